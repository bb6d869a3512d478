import { isUniqueViolation } from './sql-errors';

/** Each time somebody else would have to come between again. */
const maxTries = 3;

/**
 * Runs what looks up which unique values are in use and then stores the rest; once more where somebody stored one of
 * them in between. Nothing of a run that failed may be left.
 * @throws Error the unique violation when that does not help
 */
export async function retryWhenTaken<R>(store: () => Promise<R>): Promise<R> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await store();
    } catch (error) {
      if (tries >= maxTries || !isUniqueViolation(error)) throw error;
    }
  }
}
