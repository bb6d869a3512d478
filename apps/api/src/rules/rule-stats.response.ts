import type { RuleHitSum } from '@errand/rules';
import { ApiProperty } from '@nestjs/swagger';

export class RuleStatResponse {
  @ApiProperty({ format: 'uuid' })
  ruleId: string;
  /** As the rule is called now; null of a deleted rule. */
  @ApiProperty({ type: 'string', nullable: true, example: 'reminders' })
  name: string | null;
  @ApiProperty({
    enum: ['allow', 'suppress', 'deny', 'schedule', 'deduplicate', 'throttle', 'reroute', 'modify'],
    example: 'schedule',
  })
  verdict: RuleHitSum['verdict'];
  /** How many actions and activities it decided on. */
  @ApiProperty({ type: 'integer', example: 1204 })
  hits: number;
  /** Of these hits. */
  lastHitAt: Date;

  static of(this: void, { ruleId, name, verdict, hits, lastHitAt }: RuleHitSum): RuleStatResponse {
    return { ruleId, name, verdict, hits, lastHitAt };
  }
}
