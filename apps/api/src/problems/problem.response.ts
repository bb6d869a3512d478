import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** One field that was wrong. */
export class FieldProblemResponse {
  /** @example activities[0].reason */
  field: string;
  /** @example "must be a string" */
  message: string;
  /** With INVALID_RULE: the rule’s name. */
  rule?: string;
  /** With INVALID_RULE: the file the rule came in. */
  file?: string;
  /** With INVALID_RULE: the line in the file, from 1. Of a template that does not compile: the line in it. */
  line?: number;
  /** Of a template that does not compile: the column in the line, from 1. */
  column?: number;
}

/** Every error, whatever went wrong. */
@ApiExtraModels(FieldProblemResponse)
export class ProblemResponse {
  /** @example 400 */
  statusCode: number;
  /**
   * The reason phrase of the status; below `/v1` the message.
   * @example "Bad Request"
   */
  error: string;
  /** For people; may change. */
  message: string;
  /** Below `/v1` only: whether the same request may succeed later. */
  retryable?: boolean;
  /** Below `/v1` only, with 429 and 503: in how many seconds, as `Retry-After` says. */
  retry_after?: number;
  /**
   * For machines; stable, listed in `docs/errors.md`.
   * @example VALIDATION_FAILED
   */
  code: string;
  @ApiProperty({
    required: false,
    oneOf: [
      { type: 'array', items: { $ref: getSchemaPath(FieldProblemResponse) } },
      { type: 'object', additionalProperties: true },
    ],
    description:
      'With VALIDATION_FAILED and INVALID_RULE the fields; with some other codes an object that the message refers to.',
  })
  details?: FieldProblemResponse[] | Record<string, unknown>;
  /**
   * The `x-request-id` of the request or, without one, a new UUID; the log has it too.
   * @example 9f1c2f5e-3c7c-4a38-9f0e-6f1a3a1b6f0d
   */
  requestId: string;
}
