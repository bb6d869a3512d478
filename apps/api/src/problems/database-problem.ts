import type { Problem } from '@errand/http';
import { isNativeError } from 'node:util/types';
import { isRefusal, isStatementTimeout, isTransient } from '@errand/database';
import type { ErrorCode } from '@errand/errors';

/**
 * The problem behind a PostgreSQL error, by its SQLSTATE (Appendix A of the PostgreSQL manual), or undefined when
 * it is Errand's fault or no database error. Never its text: that may quote a value.
 */
export function databaseProblem(error: unknown): Problem | undefined {
  const cause = driverErrorOf(error);
  if (cause === undefined) return undefined;
  if (isTransient(cause) || isRefusal(cause))
    return { code: 'NOT_READY', message: 'The database cannot be reached, try again', retryAfter: 1 };
  if (isStatementTimeout(cause))
    return { code: 'NOT_READY', message: 'The database took too long; ask for less', retryAfter: 1 };
  const { code } = cause;
  if (code === undefined) return undefined;
  const field = fieldOf(cause);
  if (code === '23505')
    return refused('CONFLICT', 'Another row already has this unique value', field, 'is already taken');
  if (code === '23503') {
    const message = 'A row this refers to is gone, or another still refers to it';
    return refused('CONFLICT', message, field, 'refers to a row that is gone');
  }
  if (!isBadInput(code)) return undefined;
  return refused('VALIDATION_FAILED', `${field ?? 'body'} ${unstorable}`, field ?? 'body', unstorable);
}

const unstorable = 'has a value that cannot be stored as it is';

function refused(code: ErrorCode, message: string, field: string | undefined, why: string): Problem {
  return field === undefined ? { code, message } : { code, message, details: [{ field, message: why }] };
}

// Data exceptions (class 22: out of range, bad text, bad JSON), a missing value, a CHECK constraint, a row wider than an
// index takes, JSON too deep.
const isBadInput = (code: string) => code.startsWith('22') || ['23502', '23514', '54000', '54001'].includes(code);

/** What requests call otherwise than the tables do. */
const fieldsByName: Record<string, string> = {
  activity_attributes: 'attributes',
  activity_target_users: 'targetCriteria',
  commerce_user_contacts: 'contacts',
  route_id: 'assignedRouteId',
  operator_id: 'assignedOperatorId',
};

/**
 * The field at fault, where PostgreSQL tells the column, or a constraint or index that it named itself after its table and
 * column: `activities_tenant_id_commerce_id_fkey`. On a distributed server that is in the message only, with a suffix.
 */
function fieldOf({ table, column, constraint, message }: DriverError): string | undefined {
  const named = constraint ?? /(?:constraint|index) "(.+?)(?:_\d{6,})?"/.exec(message)?.[1] ?? '';
  const ofTable = Object.keys(fieldsByName).find((name) => table === name || named.startsWith(`${name}_`));
  if (ofTable) return fieldsByName[ofTable];
  const own = table && named.startsWith(`${table}_`) ? named.slice(table.length + 1) : named;
  const name = column ?? /^(?:.*tenant_id_)?(.+)_(?:check|key|fkey)$/.exec(own)?.[1];
  if (name === undefined || name === 'tenant_id') return undefined;
  return fieldsByName[name] ?? name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

type DriverError = Error & { code?: string; table?: string; column?: string; constraint?: string };

/** TypeORM wraps the driver's error and copies its fields; Node wraps several failed connection attempts into one. */
function driverErrorOf(error: unknown): DriverError | undefined {
  if (error instanceof AggregateError) return driverErrorOf(error.errors[0]);
  if (!isNativeError(error)) return undefined;
  const { driverError } = error as Error & { driverError?: unknown };
  return isNativeError(driverError) ? driverError : error;
}
