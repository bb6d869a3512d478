import type { Channel, ContactType } from '@errand/vocabulary';

/** Which kinds of contact can be reached on a channel, the best first; a channel that is not here reaches by none. */
export const fittingContacts: Partial<Record<Channel, readonly ContactType[]>> = {
  EMAIL: ['EMAIL'],
  SMS: ['PHONE', 'WHATSAPP'],
  WHATSAPP: ['WHATSAPP', 'PHONE'],
  CALLCENTER: ['PHONE', 'WHATSAPP'],
  PUSH: ['PUSH_TOKEN'],
};

/** Channels whose providers may know the person by themselves, so that nobody must have such a contact. */
const withoutContact: readonly Channel[] = ['PUSH'];

/** Whether somebody with these kinds of contact can be reached on the channel. */
export function canBeReached(types: readonly ContactType[], channel: Channel): boolean {
  const fitting = fittingContacts[channel];
  return !fitting || withoutContact.includes(channel) || types.some((type) => fitting.includes(type));
}
