import { type ActivityPayload, maskedPayload } from '@errand/providers';
import {
  ACTIVITY_TYPES,
  type ActivityType,
  type Channel,
  CHANNELS,
  COMMERCE_USER_ROLES,
  type CommerceUserRole,
  CONTACT_TYPES,
  type ContactType,
  OPERATOR_TYPES,
  type OperatorType,
} from '@errand/vocabulary';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RecipientResponse, ReferenceResponse } from './activity.response';

export class PayloadContactResponse {
  @ApiProperty({ enum: CONTACT_TYPES })
  type: ContactType;
  /** Masked (`+57 ••• 2345`) for keys without `VIEW_CONTACTS` and `MANAGE_COMMERCES`. */
  value: string;
  isPrimary: boolean;
}

export class PayloadTargetUserResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  externalId: string | null;
  firstName: string;
  lastName: string | null;
  @ApiProperty({ enum: COMMERCE_USER_ROLES, isArray: true })
  roles: CommerceUserRole[];
  contacts: PayloadContactResponse[];
}

export class PayloadCommerceResponse extends ReferenceResponse {
  assignmentReason: string | null;
  targetUsers: PayloadTargetUserResponse[];
}

export class PayloadOperatorResponse extends ReferenceResponse {
  @ApiProperty({ enum: OPERATOR_TYPES })
  type: OperatorType;
  email: string | null;
  phone: string | null;
}

/** Payload v1: what providers are sent of an activity. */
export class PayloadResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  idempotencyKey: string;
  /** Of the last call; 1 before the first. */
  attempt: number;
  @ApiProperty({ enum: ACTIVITY_TYPES })
  type: ActivityType;
  @ApiProperty({ enum: CHANNELS })
  channel: Channel;
  reason: string;
  @ApiProperty({ format: 'double' })
  score: number;
  @ApiProperty({ format: 'date-time' })
  scheduledAt: string;
  suggestedExecutionTime: string | null;
  userStatus: string | null;
  /** Null for an action without a store. */
  @ApiProperty({ type: PayloadCommerceResponse, nullable: true })
  commerce: PayloadCommerceResponse | null;
  /** Null where the channel reaches nobody, or nobody has such a contact. */
  @ApiProperty({ type: RecipientResponse, nullable: true })
  recipient: RecipientResponse | null;
  /** Of a TASK. */
  @ApiPropertyOptional()
  operator?: PayloadOperatorResponse;
  /** Of a TASK. */
  @ApiPropertyOptional()
  route?: ReferenceResponse;
  /** What was found of them so far, by key. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  attributes: Record<string, unknown>;
  @ApiProperty({ type: 'object', additionalProperties: true })
  metadata: Record<string, unknown>;

  /** @param isWhole whether the caller is shown the addresses of people */
  static of(payload: ActivityPayload, isWhole: boolean): PayloadResponse {
    return isWhole ? payload : maskedPayload(payload);
  }
}
