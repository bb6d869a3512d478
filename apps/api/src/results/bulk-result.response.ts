import type { ResultRow } from '@errand/activities';
import { ApiProperty } from '@nestjs/swagger';
import { BulkErrorResponse } from '../activities/bulk.response';
import { ResultResponse } from './result.response';

const BULK_RESULT_STATUSES = ['applied', 'held', 'standalone', 'invalid'] as const;
type BulkResultStatus = (typeof BULK_RESULT_STATUSES)[number];

export class BulkResultItemResponse {
  /** Place in the request, from 0. */
  index: number;
  /** applied: taken, a PENDING one too. held: applied once the call under way has settled. standalone: on its commerce. */
  @ApiProperty({ enum: BULK_RESULT_STATUSES })
  status: BulkResultStatus;
  @ApiProperty({ type: ResultResponse, nullable: true })
  result: ResultResponse | null;
  @ApiProperty({ type: BulkErrorResponse, nullable: true })
  error: BulkErrorResponse | null;
}

export class BulkResultsResponse {
  /** One for each result of the request, in its order. */
  results: BulkResultItemResponse[];
}

export function bulkStatusOf({ kind, state }: ResultRow): BulkResultStatus {
  if (kind === 'STANDALONE') return 'standalone';
  return state === 'HELD' ? 'held' : 'applied';
}
