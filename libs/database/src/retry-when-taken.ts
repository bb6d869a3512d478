import { isUniqueViolation } from './sql-errors';

/** Each time somebody else would have to come between again. */
const maxTries = 3;

/**
 * Stores what has unique values; again where one of them is in use, after a look (`isAgain`) at which are. Nothing of a
 * run that failed may be left.
 * @throws Error the unique violation when that does not help
 */
export async function retryWhenTaken<R>(store: (isAgain: boolean) => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store(tries > 1);
    } catch (error) {
      if (tries >= maxTries || !isUniqueViolation(error)) throw error;
    }
  }
}
