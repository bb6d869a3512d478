import { useEffect, useRef } from 'react';
import { usePreferences } from './preferences';

/** What keys do, by `/`, `j`, `Shift x`, `g a` (one after the other) or `Ctrl k`. */
export type Keys = Record<string, () => void>;

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

let leader = '';

/**
 * Listens to keys while the component is shown. Keys without Ctrl do nothing while one types or a dialog is open, nor
 * when the reader switched them off.
 */
export function useKeys(keys: Keys): void {
  const { shortcuts } = usePreferences();
  const current = useRef(keys);
  useEffect(() => {
    current.current = keys;
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const withControl = event.ctrlKey || event.metaKey;
      if (event.altKey || event.defaultPrevented) return;
      if (!withControl && (!shortcuts || isTyping(event.target) || document.querySelector('[role=dialog]'))) return;
      const name = withControl ? `Ctrl ${event.key.toLowerCase()}` : event.key;
      const run = current.current[`${leader}${name}`];
      if (!run) return;
      event.preventDefault();
      run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [shortcuts]);
}

/** Remembers `g` for a second, for `g a`. Registered once, after all others are told of the key. */
export function listenForLeader(): void {
  window.addEventListener('keydown', (event) => {
    leader =
      leader === '' && event.key === 'g' && !event.ctrlKey && !event.metaKey && !isTyping(event.target) ? 'g ' : '';
    if (leader !== '') setTimeout(() => (leader = ''), 1000);
  });
}
