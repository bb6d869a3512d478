import type { Channel, ContactType } from '@errand/vocabulary';
import { fittingContacts } from './fitting-contacts';

export interface Contact {
  type: ContactType;
  value: string;
  isPrimary: boolean;
}

/** Somebody an activity is for. */
export interface Addressee {
  firstName: string;
  lastName: string | null;
  contacts: Contact[];
}

/** Whom one call is for: one person, or an address whose owner is not known. */
export interface Recipient {
  firstName: string | null;
  lastName: string | null;
  /** First and last name. */
  name: string | null;
  type: ContactType;
  /** The address: E.164 for a phone that has that form, else as it was given. */
  value: string;
}

/** The first of the people who has a contact that fits the channel, under the best of them; null without one. */
export function recipientOf(channel: Channel, people: readonly Addressee[]): Recipient | null {
  const fitting = fittingContacts[channel] ?? [];
  for (const { firstName, lastName, contacts } of people) {
    const ofType = (type: ContactType) => contacts.filter((contact) => contact.type === type);
    const [best] = fitting.flatMap((type) => ofType(type).sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary)));
    if (!best) continue;
    const name = lastName === null ? firstName : `${firstName} ${lastName}`;
    return { firstName, lastName, name, type: best.type, value: best.value };
  }
  return null;
}

/** Where an action's payload says for whom it is. */
const places: Partial<Record<Channel, readonly string[]>> = {
  EMAIL: ['email', 'to'],
  SMS: ['phone', 'to'],
  WHATSAPP: ['phone', 'to'],
  CALLCENTER: ['phone', 'to'],
  PUSH: ['token', 'to'],
};

/** For whom an action without a store is, by its payload; null where that does not say. */
export function recipientOfAction(channel: Channel, payload: Record<string, unknown>): Recipient | null {
  const [type] = fittingContacts[channel] ?? [];
  const value = (places[channel] ?? []).map((place) => payload[place]).find((given) => typeof given === 'string');
  if (type === undefined || typeof value !== 'string' || value.trim() === '') return null;
  return { firstName: null, lastName: null, name: null, type, value: value.trim() };
}
