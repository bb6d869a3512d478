import { type Clock, type Database, ReadTime } from '@errand/database';
import { ErrandError } from '@errand/errors';

/** The time that a list of activities or results has. What is read in it throws SEARCH_TOO_BROAD once it is up. */
export function readTime(database: Database, clock: Clock): ReadTime {
  return new ReadTime(database, clock, () => {
    const advice = 'add createdFrom and createdTo, or filter by what few have: commerceId, errorCode or status';
    return new ErrandError('SEARCH_TOO_BROAD', `This took too long; ${advice}`);
  });
}
