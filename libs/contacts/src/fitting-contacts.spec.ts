import type { ContactType } from '@errand/vocabulary';
import { canBeReached } from './fitting-contacts';

describe('who can be reached', () => {
  it.each([
    ['EMAIL', 'EMAIL', true],
    ['EMAIL', 'PHONE', false],
    ['SMS', 'WHATSAPP', true],
    ['CALLCENTER', 'PHONE', true],
    ['WHATSAPP', 'EMAIL', false],
    ['PUSH', undefined, true],
    ['SALESMAN', undefined, true],
  ] as const)('%s with %s: %s', (channel, contact: ContactType | undefined, expected) => {
    expect(canBeReached(contact ? [contact] : [], channel)).toBe(expected);
  });
});
