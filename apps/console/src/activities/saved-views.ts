import { useState } from 'react';
import { parseSearch, type Search, stringifySearch } from '../search';

/** Filters under a name, as an address has them (`?status=FAILED`). */
export interface SavedView {
  name: string;
  search: string;
}

const nameOf = (tenant: string) => `errand.views.${tenant}`;

/** In the order of their names; empty where this browser keeps none, or what it keeps is not ours. */
function stored(tenant: string): SavedView[] {
  try {
    const views = JSON.parse(localStorage.getItem(nameOf(tenant)) ?? '[]') as unknown;
    return Array.isArray(views) ? views.filter(isView) : [];
  } catch {
    return [];
  }
}

function isView(view: unknown): view is SavedView {
  const { name, search } = (view ?? {}) as Partial<SavedView>;
  return typeof name === 'string' && typeof search === 'string';
}

/** The list that an address asks for, without the page and the row that are open. */
export function viewOf(search: Search): string {
  return stringifySearch({ ...search, page: undefined, row: undefined });
}

export const searchOf = ({ search }: SavedView): Search => parseSearch(search);

/** The views of a tenant that this browser keeps: one of each name. */
export function useSavedViews(tenant: string) {
  const [views, setViews] = useState(() => stored(tenant));
  const set = (changed: SavedView[]) => {
    setViews(changed);
    try {
      localStorage.setItem(nameOf(tenant), JSON.stringify(changed));
    } catch {
      // Without storage they are there until the page is left.
    }
  };
  const without = (name: string) => views.filter((view) => view.name !== name);
  return {
    views,
    save: (view: SavedView) =>
      set([...without(view.name), view].sort((one, other) => one.name.localeCompare(other.name))),
    remove: (name: string) => set(without(name)),
  };
}
