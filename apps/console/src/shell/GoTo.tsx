import { useNavigate, useParams } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import { useMessages } from '../i18n';
import { Layer } from '../ui/Layer';
import styles from './GoTo.module.css';
import { screens } from './screens';

/** One field for a screen, an activity's id or whatever else the list can be searched for. */
export function GoTo({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { goTo, screens: names } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const close = () => {
    setText('');
    onClose();
  };
  const found = screens.filter(({ name }) => names[name].toLowerCase().includes(wanted.toLowerCase()));
  const goToScreen = ({ name }: (typeof screens)[number]) => {
    close();
    void navigate({ to: `/t/$tenant/${name}`, params: { tenant } });
  };
  const find = () => {
    close();
    if (isId(wanted)) void navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id: wanted } });
    else void navigate({ to: '/t/$tenant/activities', params: { tenant }, search: { search: wanted, range: 'all' } });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const [first] = found;
    if (first) goToScreen(first);
    else if (wanted !== '') find();
  };
  return (
    <Layer title={goTo.title} isOpen={isOpen} onClose={close}>
      <form onSubmit={submit}>
        <input
          className={styles.field}
          aria-label={goTo.placeholder}
          placeholder={goTo.placeholder}
          value={text}
          onChange={(event) => setText(event.target.value)}
          autoFocus
        />
      </form>
      <ul className={styles.found}>
        {found.map((screen) => (
          <li key={screen.name}>
            <button type="button" className={styles.entry} onClick={() => goToScreen(screen)}>
              {names[screen.name]}
            </button>
          </li>
        ))}
        {wanted !== '' && (
          <li>
            <button type="button" className={styles.entry} onClick={find}>
              {goTo.find(wanted)}
            </button>
          </li>
        )}
      </ul>
    </Layer>
  );
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text);
