import type { ErrandError, ErrorCode } from '@errand/errors';
import { ApiProperty } from '@nestjs/swagger';
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
    description: 'As when it is sent alone.',
  })
  details: ErrandError['details'] | null;

  static of({ code, message, details }: ErrandError): BulkErrorResponse {
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

export class RedriveResponse {
  /** How many FAILED activities were found that had not been redriven. */
  matched: number;
  /** How many copies were made of them; 0 in a dry run. */
  created: number;
  /** How many of those asked for by id had been redriven before. */
  alreadyRedriven: number;
  /** How many are left for further calls. */
  remaining: number;
  /** The copies, in no particular order. */
  @ApiProperty({ type: [String] })
  activityIds: string[];
}
