import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsObject, IsOptional } from 'class-validator';
import { ActionRequest } from '../actions/action.request';
import { IsTimestamp } from '../validation/timestamp.decorator';

export class SwitchRuleRequest {
  /** @example false */
  @IsBoolean()
  enabled: boolean;
}

/** An action, and how to judge it. */
export class JudgeActionRequest extends ActionRequest {
  /** Asks disabled rules as if they were enabled. */
  @IsOptional()
  @IsBoolean()
  include_disabled?: boolean | null;

  /** Asks the rules after the first match too; it decides all the same. */
  @IsOptional()
  @IsBoolean()
  evaluate_all?: boolean | null;

  /** The moment to judge it at; now unless told. */
  @IsOptional()
  @IsTimestamp()
  evaluate_at?: Date | null;

  /** Ignored: no rule here has a state of its own. */
  @ApiPropertyOptional({ type: 'object', additionalProperties: true, nullable: true })
  @IsOptional()
  @IsObject()
  mock_state?: Record<string, unknown> | null;
}
