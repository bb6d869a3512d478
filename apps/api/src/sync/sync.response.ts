import type { ErrorCode } from '@errand/errors';
import { ApiProperty } from '@nestjs/swagger';

export class SyncErrorResponse {
  /** Place of the item in the request, from 0. */
  @ApiProperty({ type: 'integer' })
  index: number;

  /** @example VALIDATION_FAILED */
  @ApiProperty({ type: String })
  code: ErrorCode;

  /** @example "name must be a string" */
  message: string;
}

export class SyncResponse {
  @ApiProperty({ type: 'integer' })
  created: number;

  @ApiProperty({ type: 'integer' })
  updated: number;

  /** How many items the request had; those not created or updated are in `errors`. */
  @ApiProperty({ type: 'integer' })
  total: number;

  errors: SyncErrorResponse[];
}
