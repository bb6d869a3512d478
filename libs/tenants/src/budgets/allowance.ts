/** How often something may be done. */
export interface Allowance {
  /** So many times … */
  quota: number;
  /** … in each of these, on average. */
  windowMs: number;
  /** How many of them may come together after a rest; at least the quota. */
  burst: number;
  /** Bit by bit, or all at once when the window that the first use began is over, so that no window has more. */
  comesBack: 'STEADILY' | 'AT_ONCE';
}

/** What all processes together have spent of an allowance, in ms since 1970. */
export interface Spent {
  /** When the window began. */
  sinceMs: number;
  /** Until when the allowance is spent, as if it were used at its steady pace. */
  untilMs: number;
}

/** Where an allowance stands. */
export interface Standing {
  /** How many more within the quota; what may come together beyond it is not told, so that nobody counts on it. */
  remaining: number;
  /** Whole seconds, at least 1, until the whole quota is there again … */
  resetSeconds: number;
  /** … and until the next use may be tried. */
  retryAfterSeconds: number;
}

/** Steady pace: between two uses. */
export function intervalMsOf({ windowMs, quota }: Allowance): number {
  return windowMs / quota;
}

/** How long what was spent keeps its window: 0 where there is none. */
export function keptMsOf({ comesBack, windowMs }: Allowance): number {
  return comesBack === 'AT_ONCE' ? windowMs : 0;
}

/** Numbers of this size are good to a quarter of a thousandth of a millisecond. */
export const tolerance = 0.01;

/** How many may still be leased; fewer when other processes have leased since. */
export function freeAt(now: number, allowance: Allowance, { sinceMs, untilMs }: Spent): number {
  const start = sinceMs + keptMsOf(allowance) > now ? sinceMs : now;
  const spent = (Math.max(untilMs, start) - start) / intervalMsOf(allowance);
  return Math.max(0, Math.floor(allowance.burst - spent + tolerance));
}

/** @param available how many may be used or leased now */
export function standingOf(now: number, allowance: Allowance, spent: Spent, available: number): Standing {
  const { quota, burst, comesBack } = allowance;
  const intervalMs = intervalMsOf(allowance);
  const remaining = Math.max(0, available - (burst - quota));
  const windowEnd = spent.sinceMs + keptMsOf(allowance);
  const whole = comesBack === 'AT_ONCE' ? windowEnd : now + (quota - remaining) * intervalMs;
  const next = comesBack === 'AT_ONCE' ? windowEnd : spent.untilMs - (burst - 1) * intervalMs;
  return { remaining, resetSeconds: secondsTo(whole, now), retryAfterSeconds: secondsTo(next, now) };
}

function secondsTo(then: number, now: number): number {
  return Math.max(1, Math.ceil((then - now) / 1000));
}
