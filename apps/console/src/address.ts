import { useNavigate, useSearch } from '@tanstack/react-router';
import type { Search } from './search';

/** What stands behind the `?` of this screen's address, and how to change it: to the first page of a list unless told. */
export function useAddress(): [search: Search, change: (changed: Search) => void] {
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  return [
    search,
    (changed) => void navigate({ to: '.', search: { ...search, page: undefined, ...changed }, resetScroll: false }),
  ];
}
