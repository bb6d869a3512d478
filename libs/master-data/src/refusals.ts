import { isForeignKeyViolation } from '@errand/database';
import { ErrandError } from '@errand/errors';

/**
 * Waits for a delete.
 * @throws ErrandError CONFLICT while other rows refer to this one.
 */
export async function unlessReferred<T>(what: string, id: string, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isForeignKeyViolation(error)) throw error;
    throw new ErrandError('CONFLICT', `${what} ${id} cannot be deleted: activities or their results refer to it`);
  }
}
