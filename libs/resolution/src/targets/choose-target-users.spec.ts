import type { CommerceUserRole } from '@errand/vocabulary';
import type { TargetCriterion } from '../settings/target-resolution-config.entity';
import type { CandidateUser } from '../sql/candidate-users.sql';
import type { ActiveConfig } from '../sql/settings.sql';
import { chooseTargetUsers, configFor } from './choose-target-users';

const user = (id: string, ...roles: CommerceUserRole[]): CandidateUser => ({
  ...{ id, roles },
  ...{ commerce_id: 'store', contact_types: [] },
});
const config = (fields: Partial<ActiveConfig> = {}): ActiveConfig => ({
  ...{ strategy: 'ON_CREATION', channels: null, criteria: [], fallbackToCommerceRep: true, fallbackToOwner: true },
  ...fields,
});
const roleMatch = (role: CommerceUserRole, priority: number): TargetCriterion => ({
  ...{ type: 'ROLE_MATCH', config: { role }, priority },
});
const lastContacted = (priority: number): TargetCriterion => ({
  ...{ type: 'LAST_CONTACTED_ALL_CHANNELS', config: {}, priority },
});

describe('choosing target users', () => {
  const store = [user('ana', 'OWNER'), user('bruno', 'ORDERS'), user('carla', 'ORDERS', 'COMMERCE_REP')];
  const choose = (used: ActiveConfig, own: TargetCriterion[] | null = null, last?: string, users = store) =>
    chooseTargetUsers('WHATSAPP', users, used, own, () => last).map(
      ({ commerce_user_id, lock_reason, resolution_status }) =>
        `${commerce_user_id ?? 'nobody'} ${lock_reason ?? resolution_status}`,
    );

  it('takes everybody whom the first criterion with a match names, lower priorities first', () => {
    const criteria = [roleMatch('OWNER', 3), roleMatch('ORDERS', 2), roleMatch('FINANCE', 1)];
    expect(choose(config({ criteria }))).toEqual(['bruno CRITERIA_MATCH', 'carla CRITERIA_MATCH']);
  });

  it('takes who was last contacted only while they can be reached', () => {
    const criteria = [lastContacted(0), roleMatch('OWNER', 1)];
    expect(choose(config({ criteria }), null, 'bruno')).toEqual(['bruno CRITERIA_MATCH']);
    expect(choose(config({ criteria }), null, 'somebody who has left')).toEqual(['ana CRITERIA_MATCH']);
  });

  it('puts the activity’s own criteria in the place of the configured ones, those of a person’s choice too', () => {
    const own = [roleMatch('OWNER', 0)];
    expect(choose(config({ criteria: [roleMatch('ORDERS', 0)] }), own)).toEqual(['ana CRITERIA_MATCH']);
    expect(choose(config({ strategy: 'MANUAL' }), own)).toEqual(['ana CRITERIA_MATCH']);
    expect(choose(config({ strategy: 'MANUAL' }))).toEqual(['nobody PENDING']);
  });

  it('falls back to the commerce’s reps, then to its owners, unless that is switched off', () => {
    expect(choose(config())).toEqual(['carla FALLBACK_COMMERCE_REP']);
    expect(choose(config({ fallbackToCommerceRep: false }))).toEqual(['ana FALLBACK_OWNER']);
    expect(choose(config(), null, undefined, [user('ana', 'OWNER')])).toEqual(['ana FALLBACK_OWNER']);
    expect(choose(config({ fallbackToCommerceRep: false, fallbackToOwner: false }))).toEqual(['nobody FAILED']);
    expect(choose(config(), null, undefined, [])).toEqual(['nobody FAILED']);
  });
});

describe('the config of a channel', () => {
  it('is the first that covers it, or the one of a tenant without any', () => {
    const [mail, rest] = [config({ channels: ['EMAIL'] }), config({ strategy: 'ON_DISPATCH' })];
    expect(configFor('EMAIL', [mail, rest])).toBe(mail);
    expect(configFor('SMS', [mail, rest])).toBe(rest);
    expect(configFor('SMS', [mail])).toEqual(config());
  });
});
