import type { Verdict } from '@errand/rules';
import { ApiProperty } from '@nestjs/swagger';

class DecisionResponse {
  /** The name of the rule that decides; null where none matches. */
  @ApiProperty({ type: 'string', nullable: true, example: 'reminders' })
  rule: string | null;
  @ApiProperty({ type: 'object', additionalProperties: true, example: { type: 'schedule', delaySeconds: 3600 } })
  verdict: Verdict;
}

class ChangedDecisionResponse {
  /** Of the activity that was made of the action. */
  @ApiProperty({ format: 'uuid' })
  activityId: string;
  /** The caller’s, if it gave one. */
  @ApiProperty({ type: 'string', nullable: true })
  actionId: string | null;
  /** When the action came, which is the moment it is judged at. */
  at: Date;
  /** By the rules in force. */
  before: DecisionResponse;
  /** By the draft. */
  after: DecisionResponse;
}

export class BacktestResponse {
  /** How many actions were judged. */
  @ApiProperty({ type: 'integer', example: 200 })
  sampled: number;
  /** On how many of them the verdict would be another. */
  @ApiProperty({ type: 'integer', example: 12 })
  changed: number;
  /** These, newest first; fewer than `changed` where their verdicts have more than 1 MB. */
  @ApiProperty({ type: [ChangedDecisionResponse] })
  data: ChangedDecisionResponse[];
}
