import type { ErrorCode } from './catalog';

/** One field that was wrong: `field` is a path such as `activities[3].reason`. */
export interface FieldProblem {
  field: string;
  message: string;
  /** Of a text with several lines: where it is wrong in it, from 1. */
  line?: number;
  column?: number;
}

/** An expected failure with a stable code. The api's filter turns it into a response; nothing else does. */
export class ErrandError extends Error {
  override readonly name = 'ErrandError';

  constructor(
    readonly code: ErrorCode,
    message: string,
    readonly details?: FieldProblem[] | Record<string, unknown>,
    /** What the message goes on with for the platform key alone. */
    readonly forPlatform?: string,
  ) {
    super(message);
  }
}

/** 404 for `what` (“Activity”) with an id that is unknown or another tenant’s. */
export function notFound(what: string, id: string): ErrandError {
  return new ErrandError('NOT_FOUND', `${what} ${id} not found`);
}

/** 400 about one field. */
export function invalidField(field: string, message: string): ErrandError {
  return new ErrandError('VALIDATION_FAILED', `${field} ${message}`, [{ field, message }]);
}

/** 409 about one field whose value another row has. */
export function taken(field: string, value: string | number): ErrandError {
  return new ErrandError('CONFLICT', `${field} ${value} is already taken`, [{ field, message: 'is already taken' }]);
}
