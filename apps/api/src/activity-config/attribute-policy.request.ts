import {
  ATTRIBUTE_RESOLVERS,
  ATTRIBUTE_STRATEGIES,
  type AttributeResolver,
  type AttributeStrategy,
} from '@errand/vocabulary';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min, ValidateNested } from 'class-validator';
import { ApiJsonValue, type JsonValue } from '../validation/json-value';
import { IsSmallJson } from '../validation/small-object.decorator';
import { IsAttributeKey } from './attribute-key.decorator';

export class AttributeHookRequest {
  /**
   * The tenant's endpoint, http or https.
   * @example https://crm.example.com/attributes
   */
  @IsString()
  @Length(1, 2000)
  url: string;

  /** Deadline of one call. */
  @IsOptional()
  @IsInt()
  @Min(50)
  @Max(60_000)
  timeoutMs?: number;

  /** Gives the hook a new secret. It has one of its own from the start, and another when its URL changes. */
  @IsOptional()
  @IsBoolean()
  renewSecret?: boolean;
}

export class SaveAttributePolicyRequest {
  /** @example favorite_product */
  @IsAttributeKey()
  key: string;

  @IsIn(ATTRIBUTE_STRATEGIES)
  strategy: AttributeStrategy;

  @IsIn(ATTRIBUTE_RESOLVERS)
  resolver: AttributeResolver;

  /** Required with the resolver CLIENT_HOOK, refused with any other. */
  @IsOptional()
  @ValidateNested()
  @Type(() => AttributeHookRequest)
  hook?: AttributeHookRequest | null;

  @ApiJsonValue('Any JSON value of up to 32 kB, used when the resolver finds none; null: no fallback.', {
    required: false,
  })
  @IsOptional()
  @IsSmallJson(32_768)
  fallback?: JsonValue | null;
}
