import type { Rule, RuleVersion, Verdict } from '@errand/rules';
import { ApiProperty } from '@nestjs/swagger';

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

export class ImportResponse {
  created: number;
  updated: number;
  unchanged: number;
  /** Only with `replace`. */
  deleted: number;
}
