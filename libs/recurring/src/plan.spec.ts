import { planOf } from './plan';
import type { RecurringAction } from './recurring-action';

const at = (hour: number, minute = 0) => new Date(Date.UTC(2026, 0, 1, hour, minute));

/** Hourly, and expected at 3:00. */
const recurring = {
  ...{ cron_expression: '0 * * * *', timezone: 'UTC', next_at: at(3), ends_at: null, max_executions: null },
  ...{ overlap_policy: 'allow_all', missed_policy: 'fire_once', execution_count: 0 },
} as RecurringAction;

/** `3 fire` for each occurrence, and the hour of the next one. */
function planned(change: Partial<RecurringAction>, now: Date, isOutstanding = false) {
  const { occurrences, nextAt } = planOf({ ...recurring, ...change }, isOutstanding, now);
  const fired = occurrences.filter(({ fate }) => fate === 'fire').length;
  return {
    fates: occurrences.map(({ occursAt, fate }) => `${occursAt.getUTCHours()} ${fate}`),
    next: nextAt(fired)?.getUTCHours() ?? null,
  };
}

describe('an occurrence at its time', () => {
  it('is fired whatever the policy for missed ones', () => {
    for (const missed_policy of ['fire_once', 'skip', 'fire_all'] as const) {
      expect(planned({ missed_policy }, at(3))).toEqual({ fates: ['3 fire'], next: 4 });
    }
  });

  it('is skipped when the one before is still to be sent, if so wanted', () => {
    expect(planned({ overlap_policy: 'skip' }, at(3), true)).toEqual({ fates: ['3 overlap'], next: 4 });
    expect(planned({ overlap_policy: 'skip' }, at(3), false)).toEqual({ fates: ['3 fire'], next: 4 });
    expect(planned({ overlap_policy: 'allow_all' }, at(3), true)).toEqual({ fates: ['3 fire'], next: 4 });
  });

  it('may be the last one', () => {
    expect(planned({ max_executions: 5, execution_count: 4 }, at(3))).toEqual({ fates: ['3 fire'], next: null });
    expect(planned({ ends_at: at(3, 30) }, at(3))).toEqual({ fates: ['3 fire'], next: null });
  });

  it('that was not fired leaves one more to be', () => {
    const last = { max_executions: 5, execution_count: 4, overlap_policy: 'skip' as const };
    expect(planned(last, at(3), true)).toEqual({ fates: ['3 overlap'], next: 4 });
  });
});

describe('missed occurrences', () => {
  it('are made up for by the last one', () => {
    expect(planned({}, at(5, 30))).toEqual({ fates: ['3 missed', '4 missed', '5 fire'], next: 6 });
  });

  it('are skipped, but one of the last minute is not missed', () => {
    const skip = { missed_policy: 'skip' as const };
    expect(planned(skip, at(5, 30))).toEqual({ fates: ['3 missed', '4 missed', '5 missed'], next: 6 });
    expect(planned(skip, at(5, 1))).toEqual({ fates: ['3 missed', '4 missed', '5 fire'], next: 6 });
  });

  it('are all fired, as many as it may still be executed', () => {
    const all = { missed_policy: 'fire_all' as const };
    expect(planned(all, at(5, 30))).toEqual({ fates: ['3 fire', '4 fire', '5 fire'], next: 6 });
    expect(planned({ ...all, max_executions: 2 }, at(5, 30))).toEqual({ fates: ['3 fire', '4 fire'], next: null });
  });

  it('overlap with the first of them', () => {
    const all = { missed_policy: 'fire_all', overlap_policy: 'skip' } as const;
    expect(planned(all, at(5, 30))).toEqual({ fates: ['3 fire', '4 overlap', '5 overlap'], next: 6 });
  });

  it('do not come after its end', () => {
    expect(planned({ missed_policy: 'fire_all', ends_at: at(4) }, at(9))).toEqual({
      ...{ fates: ['3 fire', '4 fire'], next: null },
    });
  });

  it('are the last hundred at most', () => {
    const { occurrences } = planOf({ ...recurring, missed_policy: 'fire_all' }, false, new Date(Date.UTC(2027, 0, 1)));
    expect(occurrences).toHaveLength(100);
    expect(occurrences.at(-1)?.occursAt).toEqual(new Date(Date.UTC(2027, 0, 1)));
  });
});
