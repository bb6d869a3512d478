import type { Lease, Lifecycle } from '@errand/activities';
import type { Settings } from '@errand/config';
import type { Logger } from '@errand/telemetry';
import { Leases } from './leases.service';

const leaseMs = 30_000;
const silent = { warn: () => undefined } as unknown as Logger;

function start(renew: Pick<Lifecycle, 'renew'>['renew']) {
  const settings = { dispatchLeaseMs: leaseMs } as Settings;
  return new Leases({ renew } as Lifecycle, settings, silent);
}

const idsOf = async (_tenantId: string, leases: readonly Lease[]) => leases.map(({ id }) => id);

describe('leases', () => {
  beforeEach(() => jest.useFakeTimers({ now: 0 }));
  afterEach(() => jest.useRealTimers());

  it('are ours until they run out', async () => {
    const leases = start(async () => []);
    leases.hold('a', 'token', ['a1'], performance.now());
    await jest.advanceTimersByTimeAsync(leaseMs - 1);
    expect(leases.isHeld('token', 'a1')).toBe(true);
    await jest.advanceTimersByTimeAsync(1);
    expect(leases.isHeld('token', 'a1')).toBe(false);
  });

  it('count from when the claim was asked for, not from when it was answered', () => {
    const leases = start(idsOf);
    leases.hold('a', 'token', ['a1'], performance.now() - leaseMs);
    expect(leases.isHeld('token', 'a1')).toBe(false);
  });

  it('are renewed every third of their time, while they are held', async () => {
    const renewed: string[] = [];
    const leases = start(async (_tenantId, held) => {
      renewed.push(held.map(({ id }) => id).join());
      return held.map(({ id }) => id);
    });
    leases.hold('a', 'token', ['a1', 'a2'], performance.now());
    await jest.advanceTimersByTimeAsync(leaseMs * 2);
    expect(leases.isHeld('token', 'a1')).toBe(true);
    leases.release('token', 'a1');
    await jest.advanceTimersByTimeAsync(leaseMs / 3);
    leases.release('token', 'a2');
    await jest.advanceTimersByTimeAsync(leaseMs);
    expect(renewed).toEqual([...Array.from({ length: 6 }, () => 'a1,a2'), 'a2']);
  });

  it('are lost when their renewal no longer finds them', async () => {
    const leases = start(async () => ['a2']);
    leases.hold('a', 'token', ['a1', 'a2'], performance.now());
    await jest.advanceTimersByTimeAsync(leaseMs + 1);
    expect([leases.isHeld('token', 'a1'), leases.isHeld('token', 'a2')]).toEqual([false, true]);
  });

  it('of one tenant are renewed while another tenant’s cannot be', async () => {
    const leases = start(async (tenantId, held) =>
      tenantId === 'stuck' ? new Promise(() => undefined) : idsOf(tenantId, held),
    );
    leases.hold('stuck', 'first', ['s1'], performance.now());
    leases.hold('fails', 'second', ['f1'], performance.now());
    leases.hold('fine', 'third', ['o1'], performance.now());
    await jest.advanceTimersByTimeAsync(leaseMs + 1);
    expect(leases.isHeld('first', 's1')).toBe(false);
    expect(leases.isHeld('third', 'o1')).toBe(true);
  });

  it('are not asked for again while the question is open', async () => {
    let asked = 0;
    const leases = start(async () => {
      asked += 1;
      return new Promise(() => undefined);
    });
    leases.hold('a', 'token', ['a1'], performance.now());
    await jest.advanceTimersByTimeAsync(leaseMs * 3);
    expect(asked).toBe(1);
  });
});
