import type { FeedPlace } from '@errand/activities';
import { PickType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsNotEmpty, IsOptional, IsString, IsUUID, isUUID, Length, Max, MaxLength, Min } from 'class-validator';
import { ActivityFilterRequest } from '../activities/activity.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** Filters are joined by AND; several values of one filter, comma-separated, by OR. */
export class TaskFeedRequest extends PickType(ActivityFilterRequest, [
  'commerceId',
  'channel',
  'status',
  'scheduledFrom',
  'scheduledTo',
]) {
  @IsOptional()
  @IsUUID()
  operatorId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  operatorExternalId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string;

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
  @IsNotEmpty()
  @MaxLength(200)
  cursor?: string;
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
