import { Inject, Injectable, type LoggerService } from '@nestjs/common';
import { LOGGER, type Logger } from './logger';

/** Lets the framework's own messages go through the process's log. Nest passes the context as the last argument. */
@Injectable()
export class NestLogger implements LoggerService {
  constructor(@Inject(LOGGER) private readonly logger: Logger) {}

  // Nest's “log” level is its start-up chatter (each route, each module), of use only when debugging.
  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, text(message));
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug({ context: rest.at(-1) }, text(message));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.logger.trace({ context: rest.at(-1) }, text(message));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn({ context: rest.at(-1) }, text(message));
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.logger.error({ ...failure(message, rest), context: rest.at(-1) }, text(message));
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.logger.fatal({ ...failure(message, rest), context: rest.at(-1) }, text(message));
  }
}

function failure(message: unknown, rest: unknown[]): { err: unknown } | { stack?: unknown } {
  if (message instanceof Error) return { err: message };
  return rest.length > 1 ? { stack: rest[0] } : {};
}

function text(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}
