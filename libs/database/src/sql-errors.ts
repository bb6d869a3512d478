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

// The connection fails (class 08, all that PgBouncer says of its own), the server shuts down, crashed or starts
// (57P), has no room (53), or became a replica (25006).
const unreachableState = /^(08...|57P0[1-5]|53...|25006)$/;

const networkCodes = new Set([
  ...['ECONNREFUSED', 'ECONNRESET', 'ECONNABORTED', 'EPIPE', 'ETIMEDOUT', 'ENOTCONN', 'EADDRNOTAVAIL'],
  ...['EHOSTUNREACH', 'EHOSTDOWN', 'ENETUNREACH', 'ENETDOWN', 'ENETRESET'],
  ...['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'EAI_NONAME', 'ENODATA', 'ESERVFAIL', 'ETIMEOUT'],
]);

// What pg and pg-pool say, without a code, when a connection ends, cannot be had or does not answer.
const unreachableMessage =
  /^(Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|timeout expired|Cannot use a pool after calling end|There was an error establishing an SSL connection)/;

/** There is no connection to a server that works, in whatever form that shows. */
export function isUnreachable(error: unknown): boolean {
  const code = codeOf(error);
  if (code === undefined)
    return isNativeError(error) && (unreachableMessage.test(error.message) || isPoolExhausted(error));
  return unreachableState.test(code) || networkCodes.has(code) || isMissingSocket(error);
}

/** All connections of the pool were in use for as long as one waits for one. */
export function isPoolExhausted(error: unknown): boolean {
  return isNativeError(error) && error.message === 'timeout exceeded when trying to connect';
}

/** The same statement may succeed when tried again later: the connection or the server failed, not the statement. */
export function isTransient(error: unknown): boolean {
  return isUnreachable(error) || /^(40001|40P01)$/.test(codeOf(error) ?? ''); // serialization failure, deadlock
}

/**
 * The server refuses this process: its password, certificate or database is wrong now, or a pooler that the settings do
 * not name hands its sessions around.
 */
export function isRefusal(error: unknown): boolean {
  const code = codeOf(error) ?? '';
  return (
    /^(28...|3D000)$/.test(code) || isForeignSession(code) || /CERT|^ERR_(TLS|SSL)/.test(code) || isWithoutTls(error)
  );
}

/** What to say of an error in a log. Several addresses that all refuse make an AggregateError without a message. */
export function reasonOf(error: unknown): string {
  if (isPoolExhausted(error)) return 'all connections of the pool are in use (DATABASE_POOL_SIZE)';
  const code = codeOf(error);
  const message = isNativeError(error) ? error.message : String(error);
  const reason = message || code || 'unknown';
  return isForeignSession(code)
    ? `${reason}: behind a pooler in transaction mode set DATABASE_POOLER=transaction`
    : reason;
}

/** A prepared statement exists that was never made here, or one is gone. */
const isForeignSession = (code: string | undefined) => code === '42P05' || code === '26000';

const isWithoutTls = (error: unknown) =>
  isNativeError(error) && error.message === 'The server does not support SSL connections';

/** No server listens at the Unix socket. */
function isMissingSocket(error: unknown): boolean {
  return isNativeError(error) && 'syscall' in error && error.syscall === 'connect';
}

/**
 * The values given are at fault: they do not fit a type (class 22), a constraint (23) or a limit (54), or are more than
 * can be written to be sent at all (too deep, too long). Whatever else happens, the same statement may succeed later.
 */
export function isBadData(error: unknown): boolean {
  return /^(22|23|54)/.test(codeOf(error) ?? '') || (isNativeError(error) && error.name === 'RangeError');
}

/**
 * After this error the connection must not be used again: it is gone, its answer may still come, or the plans it
 * has prepared no longer fit the tables.
 */
export function spoilsConnection(error: unknown): boolean {
  if (!isFromServer(error)) return true;
  return (
    error.severity === 'FATAL' ||
    isForeignSession(error.code) ||
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
