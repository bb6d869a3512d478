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
  switch (type) {
    case 'PHONE':
    case 'WHATSAPP':
      return maskedPhone(value);
    case 'EMAIL':
      return maskedEmail(value.trim());
    case 'PUSH_TOKEN':
      return `${start(value.trim(), 4)}${hidden}`;
    case 'OTHER':
      return hidden;
  }
}

function maskedPhone(value: string): string {
  const number = parsePhoneNumberFromString(value.trim(), { extract: false });
  const digits = number?.nationalNumber ?? value.replace(/\D/g, '');
  const shown = half(digits, 4);
  const end = shown === 0 ? hidden : `${hidden} ${digits.slice(-shown)}`;
  return number ? `+${number.countryCallingCode} ${end}` : end;
}

function maskedEmail(value: string): string {
  const at = value.lastIndexOf('@');
  return at === -1 ? `${start(value, 1)}${hidden}` : `${start(value.slice(0, at), 1)}${hidden}${value.slice(at)}`;
}

function start(text: string, most: number): string {
  const characters = [...text];
  return characters.slice(0, half(characters, most)).join('');
}

function half({ length }: ArrayLike<unknown>, most: number): number {
  return Math.min(most, Math.floor(length / 2));
}

/** What a member of an action's payload is by its name, whatever the channel. */
const typesByMember: Readonly<Record<string, ContactType>> = { email: 'EMAIL', phone: 'PHONE', token: 'PUSH_TOKEN' };

/** A member of the payload of an action without a store, masked where it may say for whom that is. */
export function maskedMember(channel: Channel, member: string, value: unknown): unknown {
  if (!RECIPIENT_MEMBERS.includes(member)) return value;
  if (typeof value === 'string' || typeof value === 'number') {
    const type = typesByMember[member] ?? (fittingContacts[channel] ?? ['OTHER'])[0] ?? 'OTHER';
    return maskedContact(type, String(value));
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, maskedMember(channel, key, one)]));
}
