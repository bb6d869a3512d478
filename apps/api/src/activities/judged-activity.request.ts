import { type NewActivity, tooManyBytes } from '@errand/activities';
import { PickType } from '@nestjs/swagger';
import { readRequest } from '../validation/read-request';
import { CreateActivityRequest } from './create-activity.request';

/** What a rule may change of an activity. */
class JudgedActivityRequest extends PickType(CreateActivityRequest, ['attributes']) {}

/** Why no request could have asked for an activity with such attributes, if so. */
export function refusalOfActivity({ attributes, metadata }: NewActivity, maxBytes: number): string | undefined {
  // Bytes first: they bound what is looked at after them.
  const tooLarge = tooManyBytes({ attributes: attributes ?? null, metadata: metadata ?? null }, maxBytes);
  const [problem] = tooLarge ? [tooLarge] : readRequest(JudgedActivityRequest, { attributes }, 'body').problems;
  return problem && `${problem.field} ${problem.message}`;
}
