import { type Addressee, type Recipient, recipientOf, recipientOfAction } from '@errand/contacts';
import type { Channel } from '@errand/vocabulary';
import type { ActivityRow, ActivityView } from './sql/view.sql';

interface Addressing {
  channel: Channel;
  addressees: readonly Addressee[];
  /** Of phones without a country code. */
  country: string | null;
}

/**
 * Whom an activity is for as things stand.
 * @param action the payload of one without a store, which says so itself; null for one with a store
 */
export function recipientNow(
  { channel, addressees, country }: Addressing,
  action: Readonly<Record<string, unknown>> | null,
): Recipient | null {
  return action ? recipientOfAction(channel, action, country) : recipientOf(channel, addressees, country);
}

export function viewOf({ sent_to, addressees, named, country, ...activity }: ActivityRow): ActivityView {
  const { channel, commerce } = activity;
  const action = commerce ? null : (named ?? {});
  const recipient = sent_to ?? recipientNow({ channel, addressees: addressees ?? [], country }, action);
  return { ...activity, recipient };
}
