import { failure } from './outcome';
import { OutcomeError } from './outcome-error';
import type { PayloadRecipient } from './payload';

/**
 * The recipient's number in E.164, with its plus. What has no such form is not made to have one by guess.
 * @throws OutcomeError NO_RECIPIENT
 */
export function e164Of(recipient: PayloadRecipient | null): string {
  if (recipient !== null && /^\+[1-9]\d{6,14}$/.test(recipient.value)) return recipient.value;
  const reason = 'must be in international form (E.164), such as +56911112222';
  throw new OutcomeError(failure('NO_RECIPIENT', `The recipient’s number ${reason}`));
}
