import { isNativeError } from 'node:util/types';
import { isRefusal, isTransient } from '@errand/database';
import type { Problem } from './problem';

/**
 * The problem behind a PostgreSQL error, by its SQLSTATE (Appendix A of the PostgreSQL manual), or undefined when
 * it is Errand's fault or no database error. Never its text: that may quote a value.
 */
export function databaseProblem(error: unknown): Problem | undefined {
  const cause = driverErrorOf(error);
  if (cause === undefined) return undefined;
  if (isTransient(cause) || isRefusal(cause))
    return { code: 'NOT_READY', message: 'The database cannot be reached, try again', retryAfter: 1 };
  const { code } = cause;
  if (code === undefined) return undefined;
  if (code === '57014')
    return { code: 'NOT_READY', message: 'The database took too long; ask for less', retryAfter: 1 };
  if (code === '23505') return { code: 'CONFLICT', message: 'Another row already has this unique value' };
  if (code === '23503')
    return { code: 'CONFLICT', message: 'A row this refers to is gone, or another still refers to it' };
  if (isBadInput(code)) return { code: 'VALIDATION_FAILED', message: 'A value cannot be stored as it is' };
  return undefined;
}

// Data exceptions (class 22: out of range, bad text, bad JSON), a CHECK constraint, a row wider than an index takes, JSON too deep.
const isBadInput = (code: string) => code.startsWith('22') || code === '23514' || code === '54000' || code === '54001';

/** TypeORM wraps the driver's error and copies its fields; Node wraps several failed connection attempts into one. */
function driverErrorOf(error: unknown): (Error & { code?: string }) | undefined {
  if (error instanceof AggregateError) return driverErrorOf(error.errors[0]);
  if (!isNativeError(error)) return undefined;
  const { driverError } = error as Error & { driverError?: unknown };
  return isNativeError(driverError) ? driverError : error;
}
