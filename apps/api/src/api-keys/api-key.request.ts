import { type Permission, PERMISSIONS } from '@errand/tenants';
import { type Channel, CHANNELS } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Length,
  Matches,
  Max,
  Min,
} from 'class-validator';
import { noRepeats, notBlank } from '../validation/messages';
import { IsTimestamp } from '../validation/timestamp.decorator';
import { IsNetwork } from './network.decorator';

/** 30 days. */
const longestGraceSeconds = 2_592_000;

export class CreateApiKeyRequest {
  /**
   * For people.
   * @example "order system"
   */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  name: string;

  /** Not more than the asking key has; never MANAGE_TENANTS. */
  @IsArray()
  @ArrayMaxSize(100)
  @ArrayNotEmpty()
  @IsIn(PERMISSIONS, { each: true })
  permissions: Permission[];

  /** In the future and not after the asking key's; that one if absent. Null: it does not expire. */
  @IsOptional()
  @IsTimestamp()
  expiresAt?: Date | null;

  /** It creates, sends and sees activities of these channels only. As the asking key's unless told. */
  @ApiProperty({ enum: CHANNELS, isArray: true, required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsIn(CHANNELS, { each: true })
  @ArrayUnique(noRepeats)
  channels?: Channel[] | null;

  /** It reaches these dispatch configs only, and the activities that go by them. As the asking key's unless told. */
  @ApiProperty({ type: 'string', format: 'uuid', isArray: true, required: false, nullable: true })
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsUUID('all', { each: true })
  @ArrayUnique(noRepeats)
  dispatchConfigIds?: string[] | null;

  /** It is taken from addresses in these networks only, such as `203.0.113.0/24`. As the asking key's unless told. */
  @IsOptional()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(100)
  @IsNetwork({ each: true })
  @ArrayUnique(noRepeats)
  allowCidrs?: string[] | null;
}

export class RotateApiKeyRequest {
  /** For how long the old key goes on, at most; 0: not at all. A day unless told. */
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(longestGraceSeconds)
  graceSeconds?: number;
}
