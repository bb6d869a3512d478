import type { Search } from '../search';

interface InUseProps {
  label: string;
  words: { all: string; true: string; false: string };
  search: Search;
  onChange: (changed: Search) => void;
}

/** Only what is in use, or only the rest. */
export function InUse({ label, words, search, onChange }: InUseProps) {
  return (
    <select
      aria-label={label}
      value={search.isActive ?? 'all'}
      onChange={({ target }) => onChange({ isActive: target.value === 'all' ? undefined : target.value })}
    >
      {(['all', 'true', 'false'] as const).map((value) => (
        <option key={value} value={value}>
          {words[value]}
        </option>
      ))}
    </select>
  );
}
