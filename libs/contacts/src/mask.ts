import type { Channel, ContactType } from '@errand/vocabulary';
import { parsePhoneNumberFromString } from 'libphonenumber-js/min';
import { fittingContacts } from './fitting-contacts';
import { RECIPIENT_MEMBERS } from './recipient';

const hidden = '•••';

/**
 * A contact as it is shown to whoever may not see it: enough to tell two apart, too little to write to. A phone is its
 * country's code and last digits (`+57 ••• 2345`), an e-mail address its first letter and domain (`a•••@example.com`), a
 * token its first characters; of a short one at most half.
 */
export function maskedContact(type: ContactType, value: string): string {
  const { start, end } = shownOf(type, value);
  return isPhone(type) ? [start, hidden, end].filter((part) => part !== '').join(' ') : `${start}${hidden}${end}`;
}

/**
 * A contact of the same form and length that tells no more than the mask: `+570000002345`, `axx@example.com`. For what must
 * have an address to work with.
 */
export function standInContact(type: ContactType, value: string): string {
  const { start, hiddenLength, end } = shownOf(type, value);
  return start + (isPhone(type) ? '0' : 'x').repeat(hiddenLength) + end;
}

interface Shown {
  start: string;
  hiddenLength: number;
  end: string;
}

function shownOf(type: ContactType, given: string): Shown {
  const value = given.trim();
  if (isPhone(type)) return shownOfPhone(value);
  if (type === 'OTHER') return { start: '', hiddenLength: value.length, end: '' };
  const at = type === 'EMAIL' ? value.lastIndexOf('@') : -1;
  const [own, end] = at === -1 ? [value, ''] : [value.slice(0, at), value.slice(at)];
  const characters = [...own];
  const start = characters.slice(0, half(characters, type === 'EMAIL' ? 1 : 4)).join('');
  return { start, hiddenLength: own.length - start.length, end };
}

function shownOfPhone(value: string): Shown {
  const number = parsePhoneNumberFromString(value, { extract: false });
  const digits = number?.nationalNumber ?? value.replace(/\D/g, '');
  const shown = half(digits, 4);
  return {
    start: number ? `+${number.countryCallingCode}` : '',
    hiddenLength: digits.length - shown,
    end: digits.slice(digits.length - shown),
  };
}

function isPhone(type: ContactType): boolean {
  return type === 'PHONE' || type === 'WHATSAPP';
}

function half({ length }: ArrayLike<unknown>, most: number): number {
  return Math.min(most, Math.floor(length / 2));
}

/** What a member of an action's payload is by its name, whatever the channel. */
const typesByMember: Readonly<Record<string, ContactType>> = { email: 'EMAIL', phone: 'PHONE', token: 'PUSH_TOKEN' };
/** What else `recipient` may say. */
const nameMembers = ['firstName', 'lastName', 'name'];

/**
 * A member of the payload of an action without a store, masked where it may say for whom that is: all of it, however deep,
 * but for names.
 * @param mask what stands for a contact
 */
export function maskedMember(
  channel: Channel,
  member: string,
  value: unknown,
  mask: (type: ContactType, value: string) => string = maskedContact,
): unknown {
  if (!RECIPIENT_MEMBERS.includes(member)) return value;
  const masked = (key: string, one: unknown): unknown => {
    if (typeof one === 'string' || typeof one === 'number') return mask(typeOf(channel, key), String(one));
    if (Array.isArray(one)) return one.map((item) => masked(key, item));
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(
      Object.entries(one).map(([inner, part]) => [
        inner,
        nameMembers.includes(inner) ? part : masked(RECIPIENT_MEMBERS.includes(inner) ? inner : key, part),
      ]),
    );
  };
  return masked(member, value);
}

function typeOf(channel: Channel, member: string): ContactType {
  return typesByMember[member] ?? (fittingContacts[channel] ?? ['OTHER'])[0] ?? 'OTHER';
}
