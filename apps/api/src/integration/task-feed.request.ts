import type { FeedPlace, TaskFilter } from '@errand/activities';
import { invalidField } from '@errand/errors';
import { RESULT_STATUSES, type ResultStatus } from '@errand/vocabulary';
import { PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  isUUID,
  Length,
  Max,
  Min,
} from 'class-validator';
import { ActivityFilterRequest } from '../activities/activity.request';
import { IsTimestamp } from '../validation/timestamp.decorator';
import { FIELD_STATUSES, type FieldStatus } from './field-result.request';

const RESULT_WORDS = [...new Set([...FIELD_STATUSES, ...RESULT_STATUSES])];

/** Filters are joined by AND; several values of one filter, comma-separated, by OR. */
export class TaskFeedRequest extends PickType(ActivityFilterRequest, [
  'commerceId',
  'commerceExternalId',
  'channel',
  'status',
  'scheduledFrom',
  'scheduledTo',
]) {
  /** Of this operator, by id. */
  @IsOptional()
  @IsUUID()
  operatorId?: string;

  /** Of this operator, by your own id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  operatorExternalId?: string;

  /** In place of operatorExternalId, as field systems call it. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  externalOperatorId?: string;

  /** In place of commerceExternalId, as field systems call it. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  externalCommerceId?: string;

  /** What came of it, in the words of field systems or of results; PENDING: nothing final yet. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsIn(RESULT_WORDS, { each: true })
  resultStatus?: (FieldStatus | ResultStatus)[];

  /** Only tasks that changed then or later; give a minute before your last poll, a task may come twice. */
  @IsOptional()
  @IsTimestamp()
  updatedSince?: Date;

  /** How many tasks at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  limit?: number = 25;

  /** The `nextCursor` of the answer before, with the same filters. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  cursor?: string;
}

const meant: Partial<Record<FieldStatus | ResultStatus, ResultStatus[]>> = {
  EFFECTIVE: ['COMPLETED', 'TRANSFERRED'],
  NOT_EFFECTIVE: ['NOT_EXECUTED'],
};

/** What a query asks for, in our words. @throws VALIDATION_FAILED for a field given in both words */
export function toTaskFilter(query: Omit<TaskFeedRequest, 'limit' | 'cursor'>): TaskFilter {
  const { externalOperatorId, externalCommerceId, resultStatus, ...filter } = query;
  return {
    ...filter,
    ...inOtherWords('operatorExternalId', filter.operatorExternalId, 'externalOperatorId', externalOperatorId),
    ...inOtherWords('commerceExternalId', filter.commerceExternalId, 'externalCommerceId', externalCommerceId),
    ...(resultStatus && {
      resultStatus: resultStatus.flatMap((word) => meant[word] ?? RESULT_STATUSES.filter((status) => status === word)),
    }),
  };
}

function inOtherWords(field: string, value: string | undefined, other: string, given: string | undefined) {
  if (given === undefined) return {};
  if (value !== undefined) throw invalidField(field, `is given twice, as ${field} and as ${other}`);
  return { [field]: given };
}

/** A place in the feed as the text of a cursor, and back. */
export const placeText = {
  of: ({ updatedAt, id }: FeedPlace) => `${updatedAt.getTime()}/${id}`,
  is: (text: string) => /^\d{1,15}\//.test(text) && isUUID(text.slice(text.indexOf('/') + 1)),
  read: (text: string): FeedPlace => {
    const [time = '', id = ''] = text.split('/');
    return { updatedAt: new Date(Number(time)), id };
  },
};
