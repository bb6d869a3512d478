import { isUniqueViolation } from './sql-errors';

/** Each time somebody else would have to come between again. */
const maxTries = 3;

/**
 * Stores rows with unique values. Where one of the values turns out to be in use it is run again, and is to look first
 * (`isAgain`) which are. A run that failed must leave nothing behind.
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
