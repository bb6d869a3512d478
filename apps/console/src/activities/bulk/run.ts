import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { answerOf, api } from '../../api';
import { useTenantHeader } from '../../session/tenant';
import type { BulkKind, Choice } from './what';

/** So many are changed by one call: it takes some seconds, after which one may still stop. */
const portion = 1000;

/** How redriven ones are spread. */
export interface Spread {
  /** A second; undefined: all at once. */
  ratePerSecond?: number | undefined;
  /** When the first is due, in ms since 1970; undefined: now. */
  startAt?: number | undefined;
  includeRedriven: boolean;
}

interface Portion {
  done: number;
  remaining: number;
  skipped: Record<string, number>;
  made: string[];
  next: string | null;
}

/**
 * How many match, of which errors, with the newest of them. Nothing is changed.
 * @param isEnabled not once it was started: what was looked at then is what was chosen
 */
export function useDryRun(kind: BulkKind, choice: Choice, includeRedriven: boolean, isEnabled: boolean) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['dry-run', header, kind, choice, includeRedriven],
    queryFn: async () => {
      const body = { ...choice, dryRun: true };
      if (kind === 'redrive') {
        const { sample, ...rest } = await answerOf(
          api.POST('/api/activities/redrive', {
            params: { header },
            body: { ...body, includeRedriven },
          }),
        );
        return { ...rest, sample: sample.map(({ id }) => id) };
      }
      return answerOf(api.POST(`/api/activities/bulk-${kind}`, { params: { header }, body }));
    },
    enabled: isEnabled,
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });
}

interface Progress {
  state: 'idle' | 'running' | 'stopped' | 'done';
  total: number;
  done: number;
  skipped: Record<string, number>;
  /** The copies that redriving made. */
  made: string[];
}

const nothing: Progress = { state: 'idle', total: 0, done: 0, skipped: {}, made: [] };

/** Changes portion after portion until nothing remains or somebody stops it. */
export function useBulkRun(kind: BulkKind) {
  const header = useTenantHeader();
  const [progress, setProgress] = useState(nothing);
  const isWanted = useRef(false);

  const change = async (choice: Choice, before: string | null, spread: Spread, dueAt: number): Promise<Portion> => {
    if (kind === 'redrive') {
      const { ratePerSecond, includeRedriven } = spread;
      const startAt = spread.startAt === undefined && ratePerSecond === undefined ? {} : { startAt: iso(dueAt) };
      const rate = ratePerSecond === undefined ? {} : { ratePerSecond };
      const body = { ...choice, ...startAt, ...rate, includeRedriven, limit: portion };
      const { activityIds, created, remaining, alreadyRedriven } = await answerOf(
        api.POST('/api/activities/redrive', { params: { header }, body }),
      );
      const skipped: Record<string, number> = alreadyRedriven > 0 ? { REDRIVEN: alreadyRedriven } : {};
      return { done: created, remaining: created === 0 ? 0 : remaining, skipped, made: activityIds, next: null };
    }
    const body = { ...choice, limit: portion, ...(before === null ? {} : { before }) };
    const answer = await answerOf(api.POST(`/api/activities/bulk-${kind}`, { params: { header }, body }));
    const { done, skipped, remaining, next } = answer;
    return { done, skipped, remaining: next === null ? 0 : remaining, made: [], next };
  };

  /** @throws ApiError what a portion was refused with; what was done before stays done */
  const run = async (choice: Choice, spread: Spread, total: number) => {
    isWanted.current = true;
    let { done, made } = nothing;
    let skipped: Record<string, number> = {};
    let before: string | null = null;
    const start = spread.startAt ?? Date.now();
    const tell = (state: Progress['state']) => setProgress({ state, total, done, skipped, made });
    tell('running');
    try {
      for (let remaining = total; remaining > 0 && isWanted.current;) {
        const answer: Portion = await change(
          choice,
          before,
          spread,
          start + (done * 1000) / (spread.ratePerSecond ?? Infinity),
        );
        done += answer.done;
        made = [...made, ...answer.made];
        skipped = added(skipped, answer.skipped);
        ({ remaining, next: before } = answer);
        tell('running');
      }
      tell(isWanted.current ? 'done' : 'stopped');
    } catch (error) {
      tell('stopped');
      throw error;
    }
  };

  /** Cancels those copies that were not sent yet. @returns how many were */
  const undo = async (): Promise<number> => {
    let canceled = 0;
    for (let from = 0; from < progress.made.length; from += portion) {
      const ids = progress.made.slice(from, from + portion);
      const { done } = await answerOf(api.POST('/api/activities/bulk-cancel', { params: { header }, body: { ids } }));
      canceled += done;
    }
    setProgress(nothing);
    return canceled;
  };

  return { progress, run, undo, stop: () => (isWanted.current = false) };
}

const iso = (ms: number) => new Date(ms).toISOString();

function added(one: Record<string, number>, other: Record<string, number>): Record<string, number> {
  const sum = { ...one };
  for (const [code, count] of Object.entries(other)) sum[code] = (sum[code] ?? 0) + count;
  return sum;
}
