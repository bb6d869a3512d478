import type { Rule, RuleProblem, RuleVersion, Verdict } from '@errand/rules';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';

export class RuleResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  name: string;
  priority: number;
  enabled: boolean;
  timezone: string | null;
  description: string | null;
  @ApiProperty({ oneOf: [{ type: 'object', additionalProperties: true }, { type: 'string' }] })
  condition: object | string;
  /** Null: the condition itself yields the verdict. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  action: Verdict | null;
  /** Goes up by one with every change. */
  version: number;
  createdAt: Date;
  updatedAt: Date;

  static of(this: void, rule: Rule): RuleResponse {
    const { id, name, priority, enabled, timezone, description, condition, action } = rule;
    const { version, createdAt, updatedAt } = rule;
    return {
      ...{ id, name, priority, enabled, timezone, description, condition, action },
      ...{ version, createdAt, updatedAt },
    };
  }
}

export class RuleVersionResponse {
  version: number;
  @ApiProperty({ enum: ['CREATED', 'CHANGED', 'DELETED'] })
  change: RuleVersion['change'];
  /** `key:erk_…` or `platform`. */
  actor: string;
  createdAt: Date;
  /** The rule as it was saved. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  rule: object;

  static of(this: void, { version, change, actor, createdAt, definition }: RuleVersion): RuleVersionResponse {
    return { version, change, actor, createdAt, rule: definition };
  }
}

class PlannedChangeResponse {
  /** Its name. */
  rule: string;
  @ApiProperty({ enum: ['CREATED', 'CHANGED', 'DELETED'] })
  change: RuleVersion['change'];
}

export class ImportResponse {
  created: number;
  updated: number;
  unchanged: number;
  /** Only with `replace`. */
  deleted: number;

  /** With `dryRun` only: the rules that would be other than they are. */
  @ApiPropertyOptional({ type: [PlannedChangeResponse] })
  changes?: PlannedChangeResponse[];
}

class RuleProblemResponse {
  /** The name of the rule; null where it has none, or the problem is not in a rule. */
  @ApiProperty({ type: 'string', nullable: true, example: 'reminders' })
  rule: string | null;
  /**
   * Where it is in the file; `YAML` where the file is no YAML.
   * @example rules[0].action.delay_seconds
   */
  field: string;
  /** From 1; null where the file was not read, being too large. */
  @ApiProperty({ type: 'integer', nullable: true, example: 6 })
  line: number | null;
  /** In the line, from 1; null as `line` is. */
  @ApiProperty({ type: 'integer', nullable: true, example: 7 })
  column: number | null;
  /** @example must be a whole number from 1 to 604800, not 604801 */
  message: string;

  static of(this: void, { rule, field, line, column, message }: RuleProblem): RuleProblemResponse {
    return { rule: rule ?? null, field, line: line ?? null, column: column ?? null, message };
  }
}

export class ValidationResponse {
  /** At most 100, none where an import would take the file. */
  @ApiProperty({ type: [RuleProblemResponse] })
  problems: RuleProblemResponse[];

  static of(this: void, problems: RuleProblem[]): ValidationResponse {
    return { problems: problems.map(RuleProblemResponse.of) };
  }
}
