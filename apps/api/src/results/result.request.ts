import { type NewResult } from '@errand/activities';
import { type FieldProblem } from '@errand/errors';
import { RESULT_STATUSES, type ResultStatus } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsDefined,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { JsonText } from '@errand/json';
import { notBlank } from '../validation/messages';
import { KeepsVerbatim } from '../http/json-body';
import { CountedPageRequest } from '../lists/page.request';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { ReadApart } from '../validation/request-shape';
import { IsSmallObject } from '../validation/small-object.decorator';
import { IsTimestamp } from '../validation/timestamp.decorator';

const CONTACT_DIRECTIONS = ['INBOUND', 'OUTBOUND'] as const;
const maxPayloadBytes = 262_144;

/** For each route that takes results. */
export const KeepsRawPayload = () => KeepsVerbatim('rawPayload', 'raw_payload');

export class TaskResultRequest {
  /**
   * The result's type code.
   * @example COME_BACK
   */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  result?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(5000)
  comment?: string | null;

  @IsOptional()
  @IsIn(CONTACT_DIRECTIONS)
  contactType?: (typeof CONTACT_DIRECTIONS)[number] | null;

  @IsOptional()
  @IsString()
  @Length(1, 200)
  operatorExternalId?: string | null;

  @IsOptional()
  @IsTimestamp()
  futureScheduledAt?: Date | null;

  /** Any JSON object. */
  @IsOptional()
  @IsSmallObject(maxPayloadBytes)
  payload?: Record<string, unknown> | null;
}

export class SubmitResultRequest {
  /** Wins over providerActivityId. Without either the result is the store's alone. */
  @IsOptional()
  @IsUUID()
  activityId?: string | null;

  /** The id the provider gave it. */
  @IsOptional()
  @IsString()
  @Length(1, 512)
  @Matches(/\S/, notBlank)
  providerActivityId?: string | null;

  /** The dispatch config whose provider gave that id; needed where several accounts number alike. */
  @IsOptional()
  @IsUUID()
  dispatchConfigId?: string | null;

  /**
   * The activity's store, which must agree; where the result stands when no activity is found.
   * @example STORE-1
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string | null;

  /** Now, unless told. */
  @IsOptional()
  @IsTimestamp()
  occurredAt?: Date | null;

  /**
   * PENDING changes nothing; the others are terminal.
   * @example COMPLETED
   */
  @IsIn(RESULT_STATUSES)
  status: ResultStatus;

  @IsOptional()
  @IsString()
  @MaxLength(500)
  externalStatus?: string | null;

  /** Replace a terminal result, and with it the outcome of a final activity. */
  @IsOptional()
  @IsBoolean()
  hardOverride?: boolean | null;

  @ApiJsonValue('Any JSON value, kept to the letter: every digit, the order and duplicates of keys.', {
    required: false,
  })
  @IsOptional()
  rawPayload?: JsonValue | null;

  /** @example { "result": "COME_BACK", "comment": "closed today" } */
  @IsOptional()
  @ValidateNested()
  @Type(() => TaskResultRequest)
  taskResult?: TaskResultRequest | null;

  /** Flat form of taskResult.result. */
  @IsOptional()
  @IsString()
  @Length(1, 100)
  resultTypeCode?: string | null;

  /** Flat form of taskResult.comment. */
  @IsOptional()
  @IsString()
  @MaxLength(5000)
  comment?: string | null;

  /** Flat form of taskResult.contactType. */
  @IsOptional()
  @IsIn(CONTACT_DIRECTIONS)
  contactDirection?: (typeof CONTACT_DIRECTIONS)[number] | null;

  /** Flat form of taskResult.operatorExternalId. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  operatorExternalId?: string | null;

  /** Flat form of taskResult.futureScheduledAt. */
  @IsOptional()
  @IsTimestamp()
  futureScheduledAt?: Date | null;

  /** Flat form of taskResult.payload. */
  @IsOptional()
  @IsSmallObject(maxPayloadBytes)
  payload?: Record<string, unknown> | null;
}

export class BulkResultsRequest {
  /** Each is checked and applied apart: a bad one is answered as invalid and rejects no other. */
  @ApiProperty({ type: [SubmitResultRequest], minItems: 1, maxItems: 1000 })
  @ReadApart()
  @IsDefined()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(1000)
  results: unknown[];
}

/** The flat fields and their places in taskResult. */
const flatForm = {
  resultTypeCode: 'result',
  comment: 'comment',
  contactDirection: 'contactType',
  operatorExternalId: 'operatorExternalId',
  futureScheduledAt: 'futureScheduledAt',
  payload: 'payload',
} as const;

/** A field given both flat and in taskResult. */
export function resultProblems(request: SubmitResultRequest): FieldProblem[] {
  return Object.entries(flatForm).flatMap(([flat, nested]) => {
    const isTwice = isGiven(request[flat as keyof typeof flatForm]) && isGiven(request.taskResult?.[nested]);
    return isTwice ? [{ field: flat, message: `is given twice, also as taskResult.${nested}` }] : [];
  });
}

function isGiven(value: unknown): boolean {
  return value !== undefined && value !== null;
}

/** The code of the result's type, in whichever form it is given. */
export function codeOf({ taskResult, resultTypeCode }: SubmitResultRequest): string | null {
  return taskResult?.result ?? resultTypeCode ?? null;
}

/** Where this request says its type. */
export function codeField({ taskResult }: SubmitResultRequest): string {
  return taskResult?.result ? 'taskResult.result' : 'resultTypeCode';
}

/** Where this request would say when to go on. */
export function futureField({ taskResult }: SubmitResultRequest): string {
  return taskResult?.result ? 'taskResult.futureScheduledAt' : 'futureScheduledAt';
}

export function toNewResult(request: SubmitResultRequest, now: Date): NewResult {
  const { taskResult, rawPayload } = request;
  return {
    activityId: request.activityId?.toLowerCase() ?? null,
    providerActivityId: request.providerActivityId ?? null,
    dispatchConfigId: request.dispatchConfigId?.toLowerCase() ?? null,
    commerceExternalId: request.commerceExternalId ?? null,
    occurredAt: request.occurredAt ?? now,
    status: request.status,
    externalStatus: request.externalStatus ?? null,
    hardOverride: request.hardOverride ?? false,
    rawPayload: rawPayload instanceof JsonText && rawPayload.text !== 'null' ? rawPayload.text : null,
    result: codeOf(request),
    comment: taskResult?.comment ?? request.comment ?? null,
    contactType: taskResult?.contactType ?? request.contactDirection ?? null,
    operatorExternalId: taskResult?.operatorExternalId ?? request.operatorExternalId ?? null,
    futureScheduledAt: taskResult?.futureScheduledAt ?? request.futureScheduledAt ?? null,
    payload: taskResult?.payload ?? request.payload ?? null,
  };
}

export class ListResultsRequest extends CountedPageRequest {
  /** Of this activity. */
  @IsOptional()
  @IsUUID()
  activityId?: string;

  /** Of this store, by id. */
  @IsOptional()
  @IsUUID()
  commerceId?: string;

  /** Of this store, by your own id. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  commerceExternalId?: string;

  /** Of one of these statuses. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(100)
  @IsIn(RESULT_STATUSES, { each: true })
  status?: ResultStatus[];

  /** LINKED: of an activity. STANDALONE: of a store alone. */
  @IsOptional()
  @IsIn(['LINKED', 'STANDALONE'])
  kind?: 'LINKED' | 'STANDALONE';

  /** The id the provider gave the activity, as the result named it. */
  @IsOptional()
  @IsString()
  @Length(1, 512)
  providerActivityId?: string;

  /** Occurred then or later. */
  @IsOptional()
  @IsTimestamp()
  occurredFrom?: Date;

  /** Occurred then or earlier. */
  @IsOptional()
  @IsTimestamp()
  occurredTo?: Date;

  /** Came then or later. */
  @IsOptional()
  @IsTimestamp()
  createdFrom?: Date;

  /** Came then or earlier. */
  @IsOptional()
  @IsTimestamp()
  createdTo?: Date;
}
