import { generateKey, KeyRing } from '@errand/crypto';
import { WebhookSecrets } from './webhook-secrets.service';

const day = 24 * 3_600_000;
const start = new Date('2026-01-01T00:00:00.000Z');
const after = (ms: number) => new Date(start.getTime() + ms);

describe('the secrets of a webhook', () => {
  const secrets = new WebhookSecrets(KeyRing.parse(generateKey()));
  const webhook = { tenantId: 't', id: 'w' };
  /** The webhook with what was sealed last. */
  const sealedAs = (sealedSecrets: string) => ({ ...webhook, sealedSecrets });

  it('are two for a day after a rotation, the newer one first', () => {
    const first = secrets.issue(webhook);
    const second = secrets.rotate(sealedAs(first.sealed), start);
    const rotated = sealedAs(second.sealed);
    expect(secrets.open(rotated, start)).toEqual([second.secret, first.secret]);
    expect(secrets.open(rotated, after(day - 1))).toEqual([second.secret, first.secret]);
    expect(secrets.open(rotated, after(day))).toEqual([second.secret]);
  });

  it('that are old last no longer for another rotation', () => {
    const first = secrets.issue(webhook);
    const second = secrets.rotate(sealedAs(first.sealed), start);
    const third = secrets.rotate(sealedAs(second.sealed), after(day / 2));
    const rotated = sealedAs(third.sealed);
    expect(secrets.open(rotated, after(day / 2))).toEqual([third.secret, second.secret, first.secret]);
    expect(secrets.open(rotated, after(day))).toEqual([third.secret, second.secret]);
    expect(secrets.open(rotated, after(1.5 * day))).toEqual([third.secret]);
  });

  it('are five at most, the newest', () => {
    const issued = [secrets.issue(webhook)];
    for (let n = 0; n < 6; n += 1) issued.unshift(secrets.rotate(sealedAs(issued[0]?.sealed ?? ''), start));
    const live = secrets.open(sealedAs(issued[0]?.sealed ?? ''), start);
    expect(live).toEqual(issued.slice(0, 5).map(({ secret }) => secret));
  });

  it('do not open for another webhook or tenant, and what no key opens is replaced alone', () => {
    const { sealed } = secrets.issue(webhook);
    for (const other of [{ id: 'x' }, { tenantId: 'x' }]) {
      expect(() => secrets.open({ ...sealedAs(sealed), ...other }, start)).toThrow();
    }
    const renewed = secrets.rotate({ ...sealedAs(sealed), id: 'x' }, start);
    expect(secrets.open({ tenantId: 't', id: 'x', sealedSecrets: renewed.sealed }, start)).toEqual([renewed.secret]);
  });
});
