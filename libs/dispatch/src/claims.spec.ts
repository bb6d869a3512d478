import type { Claim, ClaimedActivity, References } from '@errand/activities';
import type { Clock } from '@errand/database';
import type { ProviderRegistry } from '@errand/providers';
import type { AttemptableAccount, SendableAccount } from './admission/accounts.service';
import type { Admission } from './admission/admission.service';
import type { Breaker } from './admission/breaker/breaker.service';
import { Attempt } from './attempt.service';
import { Claims } from './claims.service';
import { Holdings } from './holding';
import type { Leases } from './settlement/leases.service';
import type { Settler } from './settlement/settler.service';

const clock = { now: () => new Date(0) } as Clock;
const account = { state: 'MISSING' } as AttemptableAccount;
const noLeases = { hold: () => undefined } as unknown as Leases;

/** Activities of one claim, and loads of what they refer to, which fails as the test says. */
function claimed(ids: string[], refuse: (ids: string[]) => Error | undefined) {
  const loads: string[][] = [];
  const references: Pick<References, 'of'> = {
    of: async (_tenantId, activities) => {
      const asked = activities.map(({ id }) => id);
      loads.push(asked);
      const error = refuse(asked);
      if (error) throw error;
      const nobody = { operator: null, route: null, people: [], addressees: [], country: null };
      return activities.map(({ id }) => ({ commerce: { id } as never, ...nobody }));
    },
  };
  const holdings = new Holdings(noLeases, {} as Admission, {} as Settler);
  const claims = new Claims({} as Admission, {} as Breaker, holdings, references as References, clock);
  const activities = ids.map((id) => ({ id, channel: 'SMS', pinned_config_id: null }) as ClaimedActivity);
  const claim: Claim = { tenantId: 'a', token: 't', claimedAt: 0, activities };
  return { loads, claims, held: holdings.hold(claim, { account }, null) };
}

const tooDeep = new RangeError('Maximum call stack size exceeded');

describe('a claim that is loaded', () => {
  it('takes one load where all can be read', async () => {
    const { claims, held, loads } = claimed(['1', '2', '3'], () => undefined);
    await claims.load(held);
    expect(loads).toHaveLength(1);
    expect(held.map(({ activity }) => activity.referred.commerce?.id)).toEqual(['1', '2', '3']);
  });

  it('goes on without what cannot be read, whose attempt fails and counts', async () => {
    const ids = Array.from({ length: 100 }, (_, index) => String(index));
    const { claims, held, loads } = claimed(ids, (asked) => (asked.includes('42') ? tooDeep : undefined));
    await claims.load(held);
    expect(held.filter(({ activity }) => activity.isUnreadable).map(({ activity }) => activity.id)).toEqual(['42']);
    expect(held.filter(({ activity }) => activity.referred.commerce).length).toBe(99);
    expect(loads.length).toBeLessThanOrEqual(15);

    const attempt = new Attempt({ get: () => undefined } as unknown as ProviderRegistry, clock);
    const sendable = { state: 'SENDABLE', config: { providerCode: 'YOM' } } as SendableAccount;
    const unread = held[42]?.activity;
    const { outcome } = await attempt.make(sendable, unread as never, new AbortController().signal);
    expect(outcome).toMatchObject({ disposition: 'RETRY', code: 'PROVIDER_ERROR' });
  });

  it('fails where nothing of it is to blame, after one load', async () => {
    const { claims, held, loads } = claimed(['1', '2'], () => new Error('permission denied for table routes'));
    await expect(claims.load(held)).rejects.toThrow('permission denied');
    expect(loads).toHaveLength(1);
  });
});
