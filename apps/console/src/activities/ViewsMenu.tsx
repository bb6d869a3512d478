import { Link, useParams } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { useWords } from '../i18n';
import type { Search } from '../search';
import { Button } from '../ui/Button';
import styles from './Activities.module.css';
import { Dropdown } from './Dropdown';
import { searchOf, useSavedViews, viewOf } from './saved-views';
import { words } from './words';

/** Filters that one comes back to, each under a name. */
export function ViewsMenu({ search }: { search: Search }) {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const [isOpen, setOpen] = useState(false);
  const { views, save, remove } = useSavedViews(tenant);
  const now = viewOf(search);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name');
    if (typeof name !== 'string' || name.trim() === '') return;
    save({ name: name.trim(), search: now });
    event.currentTarget.reset();
  };
  return (
    <Dropdown label={text.views} align="end" isOpen={isOpen} onOpenChange={setOpen}>
      <div className={styles.choose}>
        {views.length === 0 && <p className={styles.hint}>{text.noViews}</p>}
        {views.length > 0 && (
          <ul className={styles.views}>
            {views.map((view) => (
              <li key={view.name} className={styles.view}>
                <Link
                  to="/t/$tenant/activities"
                  params={{ tenant }}
                  search={searchOf(view)}
                  aria-current={view.search === now}
                  onClick={() => setOpen(false)}
                >
                  {view.name}
                </Link>
                <Button kind="quiet" aria-label={text.removeView(view.name)} onClick={() => remove(view.name)}>
                  <X size={12} aria-hidden />
                </Button>
              </li>
            ))}
          </ul>
        )}
        <form onSubmit={submit} className={styles.view}>
          <input
            name="name"
            type="text"
            aria-label={text.viewName}
            placeholder={text.viewName}
            maxLength={60}
            required
            className={styles.value}
          />
          <Button type="submit">{text.saveView}</Button>
        </form>
      </div>
    </Dropdown>
  );
}
