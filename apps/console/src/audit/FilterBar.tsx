import type { FormEvent } from 'react';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { Button } from '../ui/Button';
import { Toolbar } from '../ui/Toolbar';
import { filterNames, rangeInAddress, rangeOf, ranges } from './queries';
import { words } from './words';

const kinds = ['key', 'console', 'platform', 'system'] as const;
const outcomes = ['done', 'refused'] as const;

/** What narrows the log. Choices count at once, what is typed once Enter is pressed. */
export function FilterBar({ search, onChange }: { search: Search; onChange: (changed: Search) => void }) {
  const { common } = useMessages();
  const t = useWords(words);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const typed = (name: string) => {
      const value = new FormData(event.currentTarget).get(name);
      return (typeof value === 'string' && value.trim()) || undefined;
    };
    onChange({ actor: typed('actor'), subjectId: typed('subjectId'), row: undefined });
  };
  const choose = (name: string) => (event: { target: HTMLSelectElement }) =>
    onChange({ [name]: event.target.value || undefined, row: undefined });
  const isFiltered = filterNames.some((name) => search[name] !== undefined);
  const range = rangeOf(search);
  // What has no field of its own came with a link; it is told, and taken off by "Clear".
  const others = (['action', 'address', 'requestId', 'from', 'to'] as const).filter((name) => search[name]);
  return (
    <form onSubmit={submit} role="search">
      <Toolbar>
        <select
          aria-label={t.range}
          value={range ?? ''}
          onChange={({ target }) => onChange({ range: rangeInAddress(target.value), from: undefined, to: undefined })}
        >
          {range === undefined && <option value="">{common.none}</option>}
          {ranges.map((one) => (
            <option key={one} value={one}>
              {t.ranges[one]}
            </option>
          ))}
        </select>
        <select aria-label={t.who} value={search.actorKind ?? ''} onChange={choose('actorKind')}>
          <option value="">{t.allKinds}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {t.kinds[kind]}
            </option>
          ))}
        </select>
        <select aria-label={t.subjectType} value={search.subjectType ?? ''} onChange={choose('subjectType')}>
          <option value="">{t.allSubjects}</option>
          {Object.entries(t.subjects).map(([type, text]) => (
            <option key={type} value={type}>
              {text}
            </option>
          ))}
        </select>
        <select aria-label={t.outcome} value={search.outcome ?? ''} onChange={choose('outcome')}>
          <option value="">{t.allOutcomes}</option>
          {outcomes.map((outcome) => (
            <option key={outcome} value={outcome}>
              {t.outcomes[outcome]}
            </option>
          ))}
        </select>
        <input
          key={`actor ${search.actor}`}
          type="search"
          name="actor"
          aria-label={t.actor}
          placeholder={t.actor}
          defaultValue={search.actor}
          maxLength={200}
        />
        <input
          key={`subject ${search.subjectId}`}
          type="search"
          name="subjectId"
          aria-label={t.subjectId}
          placeholder={t.subjectId}
          defaultValue={search.subjectId}
          maxLength={500}
        />
        <Button type="submit">{t.apply}</Button>
        {others.map((name) => (
          <code key={name}>{`${name}=${search[name] ?? ''}`}</code>
        ))}
        {(isFiltered || others.length > 0) && (
          <Button
            kind="quiet"
            onClick={() =>
              onChange(Object.fromEntries([...filterNames, 'from', 'to', 'row'].map((name) => [name, undefined])))
            }
          >
            {common.clear}
          </Button>
        )}
      </Toolbar>
    </form>
  );
}
