import type { ResultType } from '@errand/master-data';

export class ResultTypeResponse {
  code: string;
  label: string;
  requiresFutureScheduledAt: boolean;
  createsFollowUp: boolean;
  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;

  static of(this: void, type: ResultType): ResultTypeResponse {
    const { code, label, requiresFutureScheduledAt, createsFollowUp, isActive, createdAt, updatedAt } = type;
    return { code, label, requiresFutureScheduledAt, createsFollowUp, isActive, createdAt, updatedAt };
  }
}
