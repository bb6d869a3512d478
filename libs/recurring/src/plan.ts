import { nextOf, type RecurringAction } from './recurring-action';
import { Recurrence } from './recurrence';
import type { SkipReason } from './sql/occurrences.sql';

/** Of what was missed while no dispatcher ran, so many of the latest are fired or recorded; older ones leave no trace. */
const mostAtOnce = 100;
/** Later than this, an occurrence counts as missed for the policy `skip`. */
const latestMs = 60_000;

/** What is to become of an occurrence. */
export interface Planned {
  recurring: RecurringAction;
  occursAt: Date;
  fate: 'fire' | SkipReason;
}

export interface Plan {
  /** Oldest first. */
  occurrences: Planned[];
  /** When it occurs next once so many of them were fired: what is to be fired may turn out to be impossible. */
  nextAt: (fired: number) => Date | null;
  /** It is paused from then on: when it occurs cannot be told. */
  isOver: boolean;
}

/**
 * What becomes of the occurrences of a recurring action whose time has come, and when it occurs next.
 * @param isOutstanding whether the activity of the last one is still to be sent
 */
export function planOf(recurring: RecurringAction, isOutstanding: boolean, now: Date): Plan {
  const { cron_expression, timezone, next_at, ends_at, overlap_policy, max_executions, execution_count } = recurring;
  const last = ends_at && ends_at < now ? ends_at : now;
  const due = Recurrence.of(cron_expression, timezone).last(mostAtOnce, next_at ?? now, last);
  const wanted = due.slice(firstWanted(recurring, due, now));
  const left = Math.max(0, (max_executions ?? Infinity) - execution_count);
  const room = overlap_policy === 'allow_all' ? Infinity : isOutstanding ? 0 : 1;
  const fired = wanted.slice(0, Math.min(left, room));
  const overlapping = wanted.slice(fired.length, left);
  const as = (fate: Planned['fate']) => (occursAt: Date) => ({ recurring, occursAt, fate });
  return {
    occurrences: [
      ...due.slice(0, due.length - wanted.length).map(as('missed')),
      ...fired.map(as('fire')),
      ...overlapping.map(as('overlap')),
    ],
    nextAt: (count) => nextOf(recurring, execution_count + count, now),
    isOver: false,
  };
}

/** The same where none can be fired. */
export function refusedPlan(plan: Plan): Plan {
  const refused = ({ fate, ...occurrence }: Planned) => ({ ...occurrence, fate: fate === 'fire' ? 'invalid' : fate });
  return { ...plan, occurrences: plan.occurrences.map(refused) };
}

/** Of one whose times cannot be told, such as in a time zone that is known no more. */
export function lastPlan(recurring: RecurringAction, now: Date): Plan {
  const occurrence = { recurring, occursAt: recurring.next_at ?? now, fate: 'invalid' } as const;
  return { occurrences: [occurrence], nextAt: () => null, isOver: true };
}

/** From which of the due occurrences on they are fired, if nothing else keeps them. */
function firstWanted({ missed_policy }: RecurringAction, due: Date[], now: Date): number {
  if (missed_policy === 'fire_all') return 0;
  const newest = due.at(-1);
  const isLate = newest !== undefined && now.getTime() - newest.getTime() > latestMs;
  return missed_policy === 'skip' && isLate ? due.length : Math.max(0, due.length - 1);
}
