import { ACTIVITY_STATUSES, type ActivityStatus, type FeedPlace } from '@errand/activities';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { Type } from 'class-transformer';
import {
  IsArray,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  isUUID,
  Length,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { IsTimestamp } from '../validation/timestamp.decorator';

/** Filters are joined by AND; several values of one filter, comma-separated, by OR. */
export class TaskFeedRequest {
  @IsOptional()
  @IsUUID()
  operatorId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  operatorExternalId?: string;

  @IsOptional()
  @IsUUID()
  commerceId?: string;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string;

  @IsOptional()
  @IsArray()
  @IsIn(CHANNELS, { each: true })
  channel?: Channel[];

  @IsOptional()
  @IsArray()
  @IsIn(ACTIVITY_STATUSES, { each: true })
  status?: ActivityStatus[];

  @IsOptional()
  @IsTimestamp()
  scheduledFrom?: Date;

  @IsOptional()
  @IsTimestamp()
  scheduledTo?: Date;

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
