import type { ErrorCode } from '@errand/errors';

export class SyncErrorResponse {
  /** Place of the item in the request, from 0. */
  index: number;
  /** @example VALIDATION_FAILED */
  code: ErrorCode;
  /** @example name must be a string */
  message: string;
}

export class SyncResponse {
  created: number;
  updated: number;
  /** How many items the request had; those not created or updated are in `errors`. */
  total: number;
  errors: SyncErrorResponse[];
}
