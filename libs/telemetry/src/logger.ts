import { isNativeError } from 'node:util/types';
import pino, { type DestinationStream, type Logger, type LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/** Injection token of the process's {@link Logger}. */
export const LOGGER = Symbol('LOGGER');

const secretNames = [
  'authorization',
  '["x-api-key"]',
  'credentials',
  'apiKey',
  'plaintextKey',
  'secret',
  'secrets',
  'password',
  'token',
  'databaseUrl',
  'databaseDirectUrl',
  'databaseOwnerUrl',
  'databaseReplicaUrl',
  'encryptionKeys',
  'adminApiKey',
];

/** Secrets are masked where they are logged by mistake: at the top of a line's object and up to two levels below. */
const secretPaths = ['', '*', '*.*'].flatMap((parent) =>
  secretNames.map((name) => (parent === '' || name.startsWith('[') ? `${parent}${name}` : `${parent}.${name}`)),
);

/** Whether an error says that something outside is away: where in the code it was noticed says nothing. */
export type IsOutage = (error: unknown) => boolean;

/** JSON lines, on standard output unless `destination` is given, each with the name of the process. */
export function createLogger(
  processName: string,
  level: string,
  isOutage: IsOutage = () => false,
  destination?: DestinationStream,
): Logger {
  const options: LoggerOptions = {
    level,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: (error: unknown) => describeError(error, isOutage) },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What of an error is logged: not its other fields, as pino would, since a database error carries the statement's
 * parameters and with them what people sent. An outage has no stack: it is met at many places and is of none.
 */
function describeError(error: unknown, isOutage: IsOutage): object {
  if (!isNativeError(error)) return { message: String(error) };
  const { name, message, stack, code, cause } = error as Error & { code?: unknown };
  if (isOutage(error)) return { type: name, message, code };
  return { type: name, message, code, stack, cause: cause === undefined ? undefined : describeError(cause, isOutage) };
}
