import { timingSafeEqual } from 'node:crypto';

/** What came to a config's callback URL. Header names are lower case. */
export interface ReceivedCallback {
  method: 'GET' | 'POST';
  /** The URL as the provider knows it: the config's, with the query that it was called with. */
  url: string;
  query: Readonly<Record<string, string | undefined>>;
  headers: Readonly<Record<string, string | undefined>>;
  /** To the byte: signatures are over it. */
  body: Buffer;
  receivedAt: Date;
}

/** How far a message is, in the order in which that can go on; FAILED is for good. */
export const STAGES = ['QUEUED', 'SENT', 'DELIVERED', 'READ', 'FAILED'] as const;
export type Stage = (typeof STAGES)[number];

/** One thing that a provider tells of one activity. */
export interface ProviderEvent {
  /** The same one told twice has the same id; unique in the config. */
  id: string;
  /** Where the provider gives back the activity's id that the call carried. */
  activityId: string | null;
  providerActivityId: string | null;
  /**
   * It may be of a message that was not sent from here, where a provider tells of all that goes through an account. Where no
   * activity has the id yet it is not kept.
   */
  mayBeOfOthers?: boolean;
  stage: Stage;
  /** In the provider's words, e.g. `undelivered`. */
  externalStatus: string;
  providerErrorCode: string | null;
  /** The provider's reason, where it gives one. */
  message: string | null;
  occurredAt: Date;
  /** Why the recipient's address must not be written to again, e.g. `UNSUBSCRIBED`; null where it may. */
  blocksContact: string | null;
  /** What was said of this one alone; kept with the result. */
  raw: unknown;
}

export type CallbackReading =
  | { kind: 'BAD_SIGNATURE' }
  /** The provider wants to see that the URL is ours: it is answered with this text. */
  | { kind: 'CHALLENGE'; text: string }
  /** Truly from the provider; of what is none of ours or says nothing new there are none. */
  | { kind: 'EVENTS'; events: ProviderEvent[] };

/**
 * When something came about, by what the provider says: a date's text or milliseconds. What is no time, or later than it was
 * told, is taken for the time of its arrival.
 */
export function timeTold(told: string | number | undefined, receivedAt: Date): Date {
  const time = new Date(told ?? NaN);
  return time <= receivedAt ? time : receivedAt;
}

/** In a time that does not tell how much of it is right. */
export function isSameSecret(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}
