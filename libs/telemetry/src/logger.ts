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
  'encryptionKeys',
  'adminApiKey',
];

/** Secrets are masked where they are logged by mistake: at the top of a line's object and up to two levels below. */
const secretPaths = ['', '*', '*.*'].flatMap((parent) =>
  secretNames.map((name) => (parent === '' || name.startsWith('[') ? `${parent}${name}` : `${parent}.${name}`)),
);

/** JSON lines, on standard output unless `destination` is given, each with the name of the process. */
export function createLogger(processName: string, level: string, destination?: DestinationStream): Logger {
  const options: LoggerOptions = {
    level,
    base: { process: processName },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: secretPaths, censor: '[redacted]' },
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return destination ? pino(options, destination) : pino(options);
}

/**
 * What of an error is logged: not its other fields, as pino would, since a database error carries the statement's
 * parameters and with them what people sent.
 */
function describeError(error: unknown): object {
  if (!isNativeError(error)) return { message: String(error) };
  const { name, message, stack, code, cause } = error as Error & { code?: unknown };
  return { type: name, message, code, stack, cause: cause === undefined ? undefined : describeError(cause) };
}
