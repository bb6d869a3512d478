import { useEffect, useState, useSyncExternalStore } from 'react';
import { ApiError } from './api';

/** Whether what is shown follows what happens: told in the header, and stopped there (WCAG 2.2.2). */
export type LiveState = 'live' | 'paused' | 'reconnecting';

let isPaused = false;
let failedSince: number | undefined;
const listeners = new Set<() => void>();

function tell(): void {
  for (const listener of listeners) listener();
}

export function setPaused(paused: boolean): void {
  isPaused = paused;
  tell();
}

/** What fetches live data says how it went, so that the header never shows a connection that is not there. */
export function reportLive(succeeded: boolean): void {
  if (succeeded === (failedSince === undefined)) return;
  failedSince = succeeded ? undefined : Date.now();
  tell();
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => (isPaused ? 'paused' : failedSince === undefined ? 'live' : 'reconnecting'),
  );
}

/** How often to fetch, in ms; false while paused or hidden. */
export function useLiveInterval(ms: number): number | false {
  const state = useLiveState();
  const [isVisible, setVisible] = useState(!document.hidden);
  useEffect(() => {
    const look = () => setVisible(!document.hidden);
    document.addEventListener('visibilitychange', look);
    return () => document.removeEventListener('visibilitychange', look);
  }, []);
  return state === 'paused' || !isVisible ? false : ms;
}

/** Tells the header of how a query of live data goes: an answer that is an error is one, no answer is none. */
export function useReportLive(query: { errorUpdatedAt: number; dataUpdatedAt: number; error: unknown }): void {
  const { errorUpdatedAt, dataUpdatedAt, error } = query;
  useEffect(() => {
    if (errorUpdatedAt === 0 && dataUpdatedAt === 0) return;
    reportLive(!(error instanceof ApiError && error.problem.statusCode === 0));
  }, [errorUpdatedAt, dataUpdatedAt, error]);
}
