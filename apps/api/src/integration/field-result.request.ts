import { type ResultStatus } from '@errand/vocabulary';
import { OmitType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { SubmitResultRequest } from '../results/result.request';

export const FIELD_STATUSES = ['EFFECTIVE', 'NOT_EFFECTIVE', 'PENDING'] as const;
export type FieldStatus = (typeof FIELD_STATUSES)[number];

const statusOf = {
  EFFECTIVE: 'COMPLETED',
  NOT_EFFECTIVE: 'NOT_EXECUTED',
  PENDING: 'PENDING',
} as const satisfies Record<FieldStatus, ResultStatus>;

/** A result in the words of field systems. */
export class FieldResultRequest extends OmitType(SubmitResultRequest, ['status'] as const) {
  /**
   * EFFECTIVE is kept as COMPLETED, NOT_EFFECTIVE as NOT_EXECUTED; PENDING changes nothing.
   * @example EFFECTIVE
   */
  @IsIn(FIELD_STATUSES)
  status: FieldStatus;
}

export function toSubmitResult({ status, ...rest }: FieldResultRequest): SubmitResultRequest {
  return { ...rest, status: statusOf[status] };
}
