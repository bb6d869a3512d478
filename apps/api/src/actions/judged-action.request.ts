import { tooManyBytes } from '@errand/activities';
import { PickType } from '@nestjs/swagger';
import { readRequest } from '../validation/read-request';
import { ActionRequest } from './action.request';

/** What a rule may change of an action. */
class JudgedActionRequest extends PickType(ActionRequest, ['payload']) {}

/** Why no request could have asked for an action with such a payload, if so. */
export function refusalOfPayload(payload: unknown, metadata: object, maxBytes: number): string | undefined {
  // Bytes first: they bound what is looked at after them.
  const tooLarge = tooManyBytes({ givenAttributes: payload, metadata: { ...metadata } }, maxBytes, 'payload');
  const [problem] = tooLarge ? [tooLarge] : readRequest(JudgedActionRequest, { payload }, 'body').problems;
  return problem && `${problem.field} ${problem.message}`;
}
