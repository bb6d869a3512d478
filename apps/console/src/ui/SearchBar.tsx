import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import type { Search } from '../search';
import { Button } from './Button';
import { SearchField } from './SearchField';
import { Toolbar } from './Toolbar';

interface SearchBarProps {
  search: Search;
  placeholder: string;
  /** By what the list is narrowed besides. */
  filters?: string[];
  onChange: (changed: Search) => void;
  /** The controls of those. */
  children?: ReactNode;
}

/** Whether an address narrows a list. */
export function isNarrowed(search: Search, filters: string[] = []): boolean {
  return ['search', ...filters].some((name) => search[name] !== undefined);
}

/** The search of a list and what else narrows it, with the way back to all of it. */
export function SearchBar({ search, placeholder, filters = [], onChange, children }: SearchBarProps) {
  const { common } = useMessages();
  const all = Object.fromEntries(['search', ...filters].map((name) => [name, undefined]));
  return (
    <Toolbar>
      <SearchField value={search.search} placeholder={placeholder} onSearch={(text) => onChange({ search: text })} />
      {children}
      {isNarrowed(search, filters) && (
        <Button kind="quiet" onClick={() => onChange(all)}>
          {common.clear}
        </Button>
      )}
    </Toolbar>
  );
}
