import { type Permission, PERMISSIONS } from '@errand/tenants';
import { ArrayMaxSize, ArrayNotEmpty, IsArray, IsIn, IsOptional, IsString, Length, Matches } from 'class-validator';
import { notBlank } from '../validation/messages';
import { IsTimestamp } from '../validation/timestamp.decorator';

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

  /** In the future; null or absent for a key that does not expire. */
  @IsOptional()
  @IsTimestamp()
  expiresAt?: Date | null;
}
