import type { Claim, ClaimedActivity, Lease, SettledAttempt } from '@errand/activities';
import type { AttemptableAccount } from './admission/accounts.service';
import type { Admission } from './admission/admission.service';
import { type Holding, Holdings } from './holding';
import type { Leases } from './settlement/leases.service';
import type { Settler } from './settlement/settler.service';

const account: AttemptableAccount = {
  state: 'MISSING',
  policy: { maxAttempts: 3, baseDelayMs: 0, maxDelayMs: 0, onUncertain: 'retry' },
  down: [],
  weight: 1,
  reason: null,
};
const end = { id: 'a1', trigger: 'ACCEPTED' } as SettledAttempt;

/** Holdings of a claim, and what they let go of, in order. */
function hold(ids: string[]) {
  const log: string[] = [];
  const held = new Set<string>();
  const leases: Pick<Leases, 'hold' | 'isHeld' | 'release'> = {
    hold: (_tenantId, _token, all) => all.forEach((id) => held.add(id)),
    isHeld: (_token, id) => held.has(id),
    release: (_token, id) => {
      held.delete(id);
      log.push(`lease of ${id}`);
    },
  };
  const admission: Pick<Admission, 'release'> = {
    release: (_account, count) => void log.push(`${count} of concurrency`),
  };
  const settler: Pick<Settler, 'settle' | 'return'> = {
    settle: async (_tenantId, { id }: SettledAttempt) => {
      log.push(`settled ${id}`);
      return true;
    },
    return: async (_tenantId, { id }: Lease) => void log.push(`returned ${id}`),
  };
  const holdings = new Holdings(leases as Leases, admission as Admission, settler as Settler);
  const activities = ids.map((id) => ({ id, channel: 'SMS', pinned_config_id: null }) as ClaimedActivity);
  const claim: Claim = { tenantId: 'a', token: 'token', claimedAt: 0, activities };
  const all = holdings.hold(claim, { account }, null);
  return { holdings, all, first: all[0] as Holding, log, held };
}

describe('a holding', () => {
  it('keeps its lease until its outcome is stored, but not its config’s concurrency', async () => {
    const { first, log } = hold(['a1']);
    expect(await first.settle(end)).toBe(true);
    expect(log).toEqual(['1 of concurrency', 'settled a1', 'lease of a1']);
  });

  it('lets go of both before it is returned', async () => {
    const { first, log } = hold(['a1']);
    await first.return();
    expect(log).toEqual(['1 of concurrency', 'lease of a1', 'returned a1']);
  });

  it('lets go of its concurrency once, however its call and its end come about', async () => {
    const { first, log } = hold(['a1']);
    first.leaveConcurrency();
    first.leaveConcurrency();
    await first.settle(end);
    expect(log.filter((line) => line.includes('concurrency'))).toHaveLength(1);
  });

  it('holds concurrency again when it was admitted again', async () => {
    const { first, log } = hold(['a1']);
    first.leaveConcurrency();
    first.reenterConcurrency();
    first.letGo();
    expect(log.filter((line) => line.includes('concurrency'))).toHaveLength(2);
  });

  it('ends once', async () => {
    const { first, log } = hold(['a1']);
    await first.settle(end);
    await expect(first.return()).rejects.toThrow('ended twice');
    expect(() => first.letGo()).toThrow('ended twice');
    expect(log).not.toContain('returned a1');
  });

  it('is nobody’s to send once its lease has run out or it has ended', async () => {
    const { all, held } = hold(['a1', 'a2']);
    const [expired, ended] = all;
    expect(expired?.isOurs).toBe(true);
    held.delete('a1');
    expect(expired?.isOurs).toBe(false);
    await ended?.return();
    expect(ended?.isOurs).toBe(false);
  });
});

describe('the holdings of a process', () => {
  it('are over when the last of them has ended', async () => {
    const { holdings, all } = hold(['a1', 'a2']);
    let isIdle = false;
    const idle = holdings.idle().then(() => (isIdle = true));
    await all[0]?.settle(end);
    await Promise.resolve();
    expect(isIdle).toBe(false);
    all[1]?.letGo();
    await idle;
    expect(isIdle).toBe(true);
  });

  it('are over at once when there are none', async () => {
    await hold([]).holdings.idle();
  });
});
