import { useSyncExternalStore } from 'react';

/** How this browser's reader wants the console; nothing of a tenant's. */
export interface Preferences {
  language: 'en' | 'es';
  theme: 'light' | 'dark' | 'system';
  density: 'comfortable' | 'standard' | 'compact';
  /** `tenant`, `mine` or `UTC`. */
  zone: 'tenant' | 'mine' | 'UTC';
  /** Whether keys without Ctrl do something (WCAG 2.1.4). */
  shortcuts: boolean;
  /** Of lists of activities, besides the usual ones. */
  columns: string[];
}

const name = 'errand.preferences';
const browserLanguage = navigator.language.toLowerCase().startsWith('es') ? 'es' : 'en';
const usual: Preferences = {
  language: browserLanguage,
  theme: 'system',
  density: 'standard',
  zone: 'tenant',
  shortcuts: true,
  columns: [],
};

const listeners = new Set<() => void>();
let current: Preferences = { ...usual, ...stored() };

function stored(): Partial<Preferences> {
  try {
    return JSON.parse(localStorage.getItem(name) ?? '{}') as Partial<Preferences>;
  } catch {
    return {}; // not ours, or no storage here: as usual
  }
}

/** As they are now; what shows them follows them with `usePreferences`. */
export function preferences(): Preferences {
  return current;
}

export function usePreferences(): Preferences {
  return useSyncExternalStore(subscribe, preferences);
}

export function setPreferences(change: Partial<Preferences>): void {
  current = { ...current, ...change };
  try {
    localStorage.setItem(name, JSON.stringify(current));
  } catch {
    // Without storage it holds for this page.
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const dark = matchMedia('(prefers-color-scheme: dark)');

/** Shows the theme that is chosen, following the system's where that is the choice, and names the language. */
export function applyPreferences(): void {
  const apply = () => {
    const { theme, language } = current;
    const { documentElement: page } = document;
    page.dataset.theme = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    page.lang = language;
  };
  apply();
  dark.addEventListener('change', apply);
  subscribe(apply);
}
