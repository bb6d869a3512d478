import type { Channel, ContactType } from '@errand/vocabulary';
import { fittingContacts } from './fitting-contacts';
import { normalForm } from './normal-form';

export interface Contact {
  type: ContactType;
  /** As it was given. */
  value: string;
  /** Where it is stored; else it is worked out. */
  normalValue?: string | null;
  isPrimary: boolean;
}

/** Somebody an activity is for, with the contacts that may be used. */
export interface Addressee {
  firstName: string;
  lastName: string | null;
  contacts: readonly Contact[];
}

/** Whom one call is for: one person, or an address whose owner is not known. */
export interface Recipient {
  firstName: string | null;
  lastName: string | null;
  /** First and last name. */
  name: string | null;
  type: ContactType;
  /** The address in its normal form, E.164 for a phone; as it was given where it has none. */
  value: string;
}

/**
 * The first of the people who has a contact that fits the channel, under the best of them: one with a normal form, then by
 * the order of the channel, then the primary one.
 * @param country of phones without a country code
 * @returns null when nobody has one
 */
export function recipientOf(
  channel: Channel,
  people: readonly Addressee[],
  country: string | null = null,
): Recipient | null {
  const types = fittingContacts[channel] ?? [];
  for (const { firstName, lastName, contacts } of people) {
    const best = bestOf(types, contacts, country);
    if (best) return { firstName, lastName, name: fullName(firstName, lastName), ...best };
  }
  return null;
}

/** Every call of every activity comes through here: one pass, and a phone is read only where it could be the best. */
function bestOf(
  types: readonly ContactType[],
  contacts: readonly Contact[],
  country: string | null,
): Pick<Recipient, 'type' | 'value'> | null {
  const withoutForm = 2 * types.length;
  let best: Pick<Recipient, 'type' | 'value'> | null = null;
  let bestRank = Infinity;
  for (const contact of contacts) {
    const order = types.indexOf(contact.type);
    let rank = 2 * order + (contact.isPrimary ? 0 : 1);
    if (order < 0 || rank >= bestRank) continue;
    const value = normalValueOf(contact, country);
    if (value === null) rank += withoutForm;
    if (rank >= bestRank) continue;
    best = { type: contact.type, value: value ?? contact.value.trim() };
    bestRank = rank;
  }
  return best;
}

/** @param country of phones without a country code */
export function normalValueOf(
  { type, value, normalValue }: Pick<Contact, 'type' | 'value' | 'normalValue'>,
  country: string | null,
): string | null {
  return normalValue ?? normalForm(type, value, country);
}

/** What makes two ways to write a contact one address: its normal form, else what was given. */
export function addressOf(contact: Pick<Contact, 'type' | 'value' | 'normalValue'>, country: string | null): string {
  return normalValueOf(contact, country) ?? contact.value.trim();
}

/** Where the payload of an action, or its `recipient`, has the address. */
const places: Partial<Record<Channel, readonly string[]>> = {
  EMAIL: ['email', 'to'],
  SMS: ['phone', 'to'],
  WHATSAPP: ['phone', 'to'],
  CALLCENTER: ['phone', 'to'],
  PUSH: ['token', 'to'],
};

/** The members of an action's payload that may say for whom it is. */
export const RECIPIENT_MEMBERS: readonly string[] = ['to', 'email', 'phone', 'token', 'recipient'];

/** As long as a contact can be; what is longer is no address. */
const longestAddress = 500;

/**
 * For whom an action without a store is. Its payload says so by `email`, `phone` or `token`, as fits the channel, or `to`; or
 * by `recipient`, which is the address or an object with the same members and `firstName`, `lastName`, `name`.
 * @param country of phones without a country code
 * @returns null where the payload does not say
 */
export function recipientOfAction(
  channel: Channel,
  payload: Readonly<Record<string, unknown>>,
  country: string | null = null,
): Recipient | null {
  const [type] = fittingContacts[channel] ?? [];
  if (type === undefined) return null;
  const isPhone = type !== 'EMAIL' && type !== 'PUSH_TOKEN';
  const person = membersOf(payload.recipient);
  const given = [
    ...(places[channel] ?? []).map((place) => payload[place]),
    payload.recipient,
    ...(places[channel] ?? []).map((place) => person[place]),
  ];
  const address = given.map((one) => addressIn(one, isPhone)).find((one) => one !== null);
  if (address === undefined) return null;
  const [firstName, lastName] = [textOf(person.firstName), textOf(person.lastName)];
  return {
    firstName,
    lastName,
    name: textOf(person.name) ?? fullName(firstName, lastName),
    type,
    value: normalForm(type, address, country) ?? address,
  };
}

function membersOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
}

/** Phone numbers are written as numbers too. */
function addressIn(value: unknown, isPhone: boolean): string | null {
  return textOf(isPhone && Number.isSafeInteger(value) && Number(value) > 0 ? String(value) : value);
}

function textOf(value: unknown): string | null {
  if (typeof value !== 'string' || value.length > longestAddress) return null;
  return value.trim() || null;
}

function fullName(firstName: string | null, lastName: string | null): string | null {
  return [firstName, lastName].filter((name) => name !== null).join(' ') || null;
}
