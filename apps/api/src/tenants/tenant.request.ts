import { COUNTRIES } from '@errand/contacts';
import { type Tenant, TENANT_STATUSES, type TenantStatus } from '@errand/tenants';
import { Type } from 'class-transformer';
import {
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsTimeZone,
  Length,
  Matches,
  Max,
  Min,
  ValidateNested,
} from 'class-validator';
import { notBlank, notCountry } from '../validation/messages';

export class TenantSettingsRequest implements Partial<Tenant['settings']> {
  /**
   * IANA time zone; UTC unless told.
   * @example America/Santiago
   */
  @IsOptional()
  @IsTimeZone()
  timezone?: string;

  /** A tenant of weight 2 gets twice the share of one of weight 1 while both have work; 1 unless told. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(100)
  weight?: number;

  /** Finished activities are removed after so many days; null: as the installation says. */
  @IsOptional()
  @IsInt()
  @Min(1)
  @Max(36_500)
  retentionDays?: number | null;

  /**
   * ISO 3166-1 alpha-2, in upper case: of phone numbers without a country code, where their store has no country.
   * @example CO
   */
  @IsOptional()
  @IsIn(COUNTRIES, notCountry)
  country?: string | null;
}

export class CreateTenantRequest {
  /**
   * Unique; cannot be changed.
   * @example acme
   */
  @IsString()
  @Matches(/^[a-z0-9][a-z0-9-]{0,62}$/, {
    message: '$property must be 1 to 63 small letters, digits and hyphens, the first no hyphen',
  })
  code: string;

  /** @example "Acme Foods" */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  name: string;

  @IsOptional()
  @ValidateNested()
  @Type(() => TenantSettingsRequest)
  settings?: TenantSettingsRequest;
}

export class ChangeTenantRequest {
  /** @example "Acme Foods" */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  name?: string;

  /** While PAUSED the tenant's activities wait; nothing is lost and no attempt is used up. */
  @IsOptional()
  @IsIn(TENANT_STATUSES)
  status?: TenantStatus;

  /** Changes the ones given. */
  @IsOptional()
  @ValidateNested()
  @Type(() => TenantSettingsRequest)
  settings?: TenantSettingsRequest;
}
