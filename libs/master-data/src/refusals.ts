import { isForeignKeyViolation, isUniqueViolation } from '@errand/database';
import { ErrandError } from '@errand/errors';

/**
 * Waits for a write that can hit one unique constraint.
 * @throws ErrandError CONFLICT naming `field` when another row has the value.
 */
export async function unlessTaken<T>(field: string, value: string | number, write: Promise<T>): Promise<T> {
  try {
    return await write;
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new ErrandError('CONFLICT', `${field} ${value} is already taken`, [{ field, message: 'is already taken' }]);
  }
}

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
