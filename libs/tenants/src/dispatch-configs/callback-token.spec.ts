import { randomUUID } from 'node:crypto';
import { formatCallbackToken, newCallbackSecret, parseCallbackToken } from './callback-token';

const token = { tenantId: randomUUID(), id: randomUUID(), secret: newCallbackSecret() };
const text = formatCallbackToken(token);

describe('a callback token', () => {
  it('tells the tenant, the config and the secret', () => {
    expect(text).toMatch(/^[\w-]{75}$/);
    expect(parseCallbackToken(text)).toEqual(token);
    expect(newCallbackSecret()).not.toBe(newCallbackSecret());
  });

  it('has one spelling', () => {
    const last = text.slice(0, -1);
    const others = ['A', 'B', 'C', 'D', '_'].map((end) => last + end).filter((other) => other !== text);
    const read = others.map(parseCallbackToken).filter((other) => other !== undefined);
    // The last character holds six bits of which the secret takes some: what differs there alone is no token.
    for (const other of read) expect(other.secret).not.toBe(token.secret);
    for (const odd of ['', 'x', `${text}=`, `${text}A`, text.slice(1), `${text.slice(0, -1)}+`, ` ${text}`]) {
      expect(parseCallbackToken(odd)).toBeUndefined();
    }
  });
});
