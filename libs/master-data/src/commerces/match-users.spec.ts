import type { KnownUser } from './known-users';
import { matchUsers } from './match-users';

const row = (id: string, externalId: string | null, firstName = 'Ana', lastName: string | null = null): KnownUser => {
  return { id, commerceId: 'c', externalId, firstName, lastName };
};
const user = (externalId?: string | null, firstName = 'Ana') => ({ externalId, firstName, roles: [] });

describe('matching the users of a synced commerce', () => {
  it('goes by externalId, whatever the name', () => {
    const [matched] = matchUsers([row('1', null), row('2', 'u-2', 'Bo')], [user('u-2', 'Ana')]);
    expect(matched?.id).toBe('2');
  });

  it('goes by name for a user without externalId, even when the row has one', () => {
    expect(matchUsers([row('1', 'u-1')], [user(), user(null, 'Bo')]).map(({ id }) => id === '1')).toEqual([
      true,
      false,
    ]);
  });

  it('never takes the row that another user means by its externalId', () => {
    const [named, identified] = matchUsers([row('1', 'u-1')], [user(), user('u-1')]);
    expect(identified?.id).toBe('1');
    expect(named?.id).not.toBe('1');
  });

  it('gives namesakes a row each', () => {
    const ids = matchUsers([row('1', null), row('2', null)], [user(), user(), user()]).map(({ id }) => id);
    expect(ids.slice(0, 2)).toEqual(['1', '2']);
    expect(new Set(ids).size).toBe(3);
  });

  it('makes a new user for an unknown externalId, not a namesake', () => {
    expect(matchUsers([row('1', null)], [user('u-9')])[0]?.id).not.toBe('1');
  });
});
