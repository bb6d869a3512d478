import { ApiProperty, ApiPropertyOptional, PartialType } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsDefined, IsIn, IsInt, IsObject, IsOptional, IsString, Length, MaxLength } from 'class-validator';
import { PageRequest } from '../lists/page.request';

/** What a rule must be beyond this is for the rules library to say. */
export class CreateRuleRequest {
  /**
   * Unique in the tenant.
   * @example "Reminders wait an hour"
   */
  @IsString()
  @Length(1, 200)
  name: string;

  /** Lower first, from -1000000 to 1000000; of the same priority, by name. 0 unless told. */
  @IsOptional()
  @IsInt()
  priority?: number;

  /** True unless told. */
  @IsOptional()
  @IsBoolean()
  enabled?: boolean;

  /** IANA name of the zone that `time` is in; null: the tenant’s. */
  @IsOptional()
  @IsString()
  @MaxLength(100)
  timezone?: string | null;

  @IsOptional()
  @IsString()
  @MaxLength(10_000)
  description?: string | null;

  @ApiProperty({
    description: 'A condition such as `{ "field": "action.provider", "eq": "email" }`, or a CEL expression.',
    oneOf: [{ type: 'object', additionalProperties: true }, { type: 'string' }],
    example: { field: 'action.action_type', eq: 'send_reminder' },
  })
  @IsDefined()
  condition: object | string;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    description: 'What a match means; absent when the CEL expression itself yields the verdict.',
    example: { type: 'schedule', delaySeconds: 3600 },
  })
  @IsOptional()
  @IsObject()
  action?: object | null;
}

export class UpdateRuleRequest extends PartialType(CreateRuleRequest) {}

const RULE_SORTS = ['newest', 'asked'] as const;

export class ListRulesRequest extends PageRequest {
  /** True: those that are asked. False: those that are switched off. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  enabled?: boolean;

  /** `newest` first unless told; `asked`: in the order in which they are asked. */
  @IsOptional()
  @IsIn(RULE_SORTS)
  sort?: (typeof RULE_SORTS)[number] = 'newest';
}

export class ImportRulesRequest {
  /** Deletes the rules that are not in the file; false unless told. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  replace?: boolean;

  /** Answers what the import would do, with `changes`, and changes nothing; false unless told. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  dryRun?: boolean;
}
