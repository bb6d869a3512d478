import { DELIVERY_STATUSES, type DeliveryStatus, WEBHOOK_EVENTS, type WebhookEvent } from '@errand/vocabulary';
import { ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  Length,
  ValidateNested,
} from 'class-validator';
import { noRepeats } from '../validation/messages';
import { PageRequest } from '../lists/page.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

export class CreateWebhookRequest {
  /**
   * Your endpoint, http or https.
   * @example https://crm.example.com/errand-events
   */
  @IsString()
  @Length(1, 2000)
  url: string;

  /**
   * What it is told of.
   * @example ["activity.completed", "activity.failed"]
   */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayNotEmpty()
  @ArrayUnique(noRepeats)
  @IsIn(WEBHOOK_EVENTS, { each: true })
  events: WebhookEvent[];

  /** False: nothing is kept for it until it is made active. True unless told. */
  @IsOptional()
  @IsBoolean()
  isActive?: boolean;
}

export class ChangeWebhookRequest extends PartialType(CreateWebhookRequest) {}

export class DeliveryQuery extends PageRequest {
  /** Of this status. */
  @ApiPropertyOptional({ enum: DELIVERY_STATUSES })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  /** Of this event. */
  @ApiPropertyOptional({ enum: WEBHOOK_EVENTS })
  @IsOptional()
  @IsIn(WEBHOOK_EVENTS)
  eventType?: WebhookEvent;
}

export class GivenUpFilterRequest {
  /** Of this event. */
  @ApiPropertyOptional({ enum: WEBHOOK_EVENTS })
  @IsOptional()
  @IsIn(WEBHOOK_EVENTS)
  eventType?: WebhookEvent;

  /** Of what happened then or later. */
  @IsOptional()
  @IsTimestamp()
  occurredFrom?: Date;

  /** Of what happened then or earlier. */
  @IsOptional()
  @IsTimestamp()
  occurredTo?: Date;
}

export class ResendRequest {
  /**
   * Which of the FAILED ones; all with `{}`.
   * @example { "eventType": "activity.failed" }
   */
  @IsDefined()
  @ValidateNested()
  @Type(() => GivenUpFilterRequest)
  filter: GivenUpFilterRequest;

  /**
   * Only count what would be resent.
   * @example true
   */
  @IsOptional()
  @IsBoolean()
  dryRun?: boolean;
}
