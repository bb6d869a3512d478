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
  };
  return destination ? pino(options, destination) : pino(options);
}
