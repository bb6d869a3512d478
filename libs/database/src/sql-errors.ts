import { isNativeError } from 'node:util/types';

// By SQLSTATE only: on a distributed PostgreSQL the driver does not learn the constraint's name.
// https://www.postgresql.org/docs/current/errcodes-appendix.html

/** A row with this unique value exists already. */
export function isUniqueViolation(error: unknown): boolean {
  return codeOf(error) === '23505';
}

/** Waits for a write that can hit one unique constraint. @throws in place of a violation of it what `refusal` makes */
export async function unlessTaken<T>(write: Promise<T>, refusal: () => Error): Promise<T> {
  try {
    return await write;
  } catch (error) {
    throw isUniqueViolation(error) ? refusal() : error;
  }
}

/** The row referred to does not exist, or the row is still referred to. */
export function isForeignKeyViolation(error: unknown): boolean {
  return codeOf(error) === '23503';
}

/** A CHECK constraint refused the row. */
export function isCheckViolation(error: unknown): boolean {
  return codeOf(error) === '23514';
}

/** The server ended the statement, which took longer than it may. */
export function isStatementTimeout(error: unknown): boolean {
  return codeOf(error) === '57014';
}

const transientCodes = new Set([
  ...['57P01', '57P02', '57P03'], // the server shuts down, crashed, or starts
  ...['40001', '40P01'], // serialization failure, deadlock
  ...['53300'], // too many connections
  ...['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN'],
]);

// What pg and pg-pool say, without a code, when a connection ends, cannot be had or does not answer.
const transientMessage =
  /^(Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect|Query read timeout|timeout expired)/;

/** The same statement may succeed when tried again later: the connection or the server failed, not the statement. */
export function isTransient(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== undefined) return transientCodes.has(code) || code.startsWith('08');
  return isNativeError(error) && transientMessage.test(error.message);
}

/**
 * The values given are at fault: they do not fit a type (class 22), a constraint (23) or a limit (54). Whatever else
 * happens, the same statement may succeed later.
 */
export function isBadData(error: unknown): boolean {
  return /^(22|23|54)/.test(codeOf(error) ?? '');
}

/**
 * After this error the connection must not be used again: it is gone, its answer may still come, or the plans it
 * has prepared no longer fit the tables.
 */
export function spoilsConnection(error: unknown): boolean {
  if (!isFromServer(error)) return true;
  return (
    error.severity === 'FATAL' ||
    error.code === '57014' || // statement timeout: on a distributed server the session can stay stuck
    (error.code === '0A000' && error.routine === 'RevalidateCachedQuery')
  );
}

function codeOf(error: unknown): string | undefined {
  // Not instanceof: Node's own errors come from another realm where the code runs in a vm context, as under jest.
  if (!isNativeError(error) || !('code' in error) || typeof error.code !== 'string') return undefined;
  return error.code;
}

function isFromServer(error: unknown): error is Error & { severity: string; code: string; routine?: string } {
  return error instanceof Error && 'severity' in error && typeof error.severity === 'string';
}
