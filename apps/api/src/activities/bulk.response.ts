import type { RedriveReport } from '@errand/activities';
import type { ErrandError, ErrorCode } from '@errand/errors';
import { ApiProperty } from '@nestjs/swagger';
import type { Problem } from '@errand/http';
import { ActivityResponse } from './activity.response';

export class BulkErrorResponse {
  /** @example VALIDATION_FAILED */
  @ApiProperty({ type: 'string' })
  code: ErrorCode;
  message: string;
  @ApiProperty({
    oneOf: [
      { type: 'array', items: { type: 'object', additionalProperties: true } },
      { type: 'object', additionalProperties: true },
    ],
    nullable: true,
    description: 'As when it is sent alone; the item as a whole goes by its place, such as `activities[3]`.',
  })
  details: ErrandError['details'] | null;

  static of({ code, message, details }: Problem): BulkErrorResponse {
    return { code, message, details: details ?? null };
  }
}

export class BulkResultResponse {
  /** Place in the request, from 0. */
  index: number;
  @ApiProperty({ enum: ['created', 'duplicate', 'invalid'] })
  status: 'created' | 'duplicate' | 'invalid';
  @ApiProperty({ type: ActivityResponse, nullable: true })
  activity: ActivityResponse | null;
  @ApiProperty({ type: BulkErrorResponse, nullable: true })
  error: BulkErrorResponse | null;
}

export class BulkCreateResponse {
  /** One for each activity of the request, in its order. */
  results: BulkResultResponse[];
}

export class BulkChangeResponse {
  /** How many were found in the status to change; older ones than `before` only, where that was given. */
  matched: number;
  /** How many were changed; 0 in a dry run. */
  done: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description:
      'How many were tried and not changed, by why: the code that each alone would be refused with, or that of what a ' +
      'resolution still lacks. Of ids also those that there are not, or are in another status.',
    example: { IN_FLIGHT: 2, INVALID_TRANSITION: 1 },
  })
  skipped: Record<string, number>;
  /** How many of those found are left for further calls: over `limit`, or over the 20 s that one call takes at most. */
  remaining: number;
  /** For the next call as `before`; null when nothing remains, and in a dry run. */
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  next: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many of those found have each `lastError.code`; NONE are those without one.',
    example: { NONE: 30, TIMEOUT: 5 },
  })
  byErrorCode: Record<string, number>;
  /** In a dry run the ids of the newest of them, 5 at most; empty otherwise. */
  @ApiProperty({ type: [String] })
  sample: string[];
}

export class RedriveResponse {
  /** How many FAILED activities were found to redrive; those that had been redriven only with `includeRedriven`. */
  matched: number;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'integer' },
    description: 'How many of them have each `lastError.code`; NONE are those without one, as a result ended them.',
    example: { PROVIDER_REJECTED: 30, TIMEOUT: 5 },
  })
  byErrorCode: Record<string, number>;
  /** In a dry run the newest of them, 5 at most; empty otherwise. */
  @ApiProperty({ type: [ActivityResponse] })
  sample: ActivityResponse[];
  /** How many copies were made of them; 0 in a dry run. */
  created: number;
  /** How many of those asked for by id had been redriven before and were passed over. */
  alreadyRedriven: number;
  /** How many of those found are left for further calls with the same ids or filter. */
  remaining: number;
  /** The copies, in no particular order. */
  @ApiProperty({ type: [String] })
  activityIds: string[];

  static of({ sample, ...counts }: RedriveReport, isWhole: boolean): RedriveResponse {
    return { ...counts, sample: sample.map((view) => ActivityResponse.of(view, isWhole)) };
  }
}
