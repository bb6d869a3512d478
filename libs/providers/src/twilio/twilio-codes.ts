import type { FailedOutcome } from '../dispatcher';
import type { CodeClasses } from '../refusal';

/**
 * What follows from Twilio's codes, of messages and calls alike (https://www.twilio.com/docs/api/errors). Those that are
 * not here, and there are new ones all the time, go by the status.
 */
export const codeClasses: CodeClasses = {
  RETRY: [10004, 14107, 20429, 20500, 20503, 21611, 63010, 63012, 63017, 63018, 63019],
  REJECTED: [
    ...[13223, 13224, 13225, 21201, 21211, 21214, 21216, 21217, 21401, 21421, 21602, 21610, 21612, 21614, 21617],
    ...[21620, 21623, 21656, 63003, 63005, 63013, 63014, 63016, 63021, 63024, 63028, 63030, 63031, 63032, 63033, 63034],
  ],
  MISCONFIGURED: [
    ...[10001, 13227, 20003, 20005, 20008, 21203, 21205, 21210, 21212, 21215, 21218, 21219, 21408, 21601, 21603],
    ...[21606, 21608, 21609, 21703, 21704, 21705, 30002, 21654, 21655, 63001, 63002, 63007, 63008, 63015, 63020, 63022],
    ...[63027, 63038, 63041],
    // The account in the path is not there: the recipient has no part in the URL.
    20404,
  ],
};

/** Too many calls, Twilio itself, or the sender's full queue: the next activity fares alike. */
const ofAccount = new Set(['10004', '14107', '20429', '20500', '20503', '21611']);
/** WhatsApp's limit of what one person is sent, which comes with 429. */
const ofRecipient = new Set(['63018']);

/** Whose trouble a code is, where it says; else the status does. */
export function scopeOfCode(code: string | null): FailedOutcome['scope'] | undefined {
  if (code === null) return undefined;
  if (ofAccount.has(code)) return 'CONFIG';
  return ofRecipient.has(code) ? 'RECIPIENT' : undefined;
}

/**
 * Why the address must not be written to again. A landline (30006), a handset that is off (30003) or a filter (30007) is
 * no reason: the number is good for calls, later, or for others.
 * @param contactType of the address: 63003 is no WhatsApp account, which says nothing against a phone number
 */
export function reasonToBlock(code: string | null, contactType: string | undefined): string | null {
  if (code === '21610') return 'OPTED_OUT';
  if (code === '30005' || (code === '63003' && contactType === 'WHATSAPP')) return 'UNKNOWN_USER';
  return null;
}
