import { putOffUntil, type WantedTime } from '@errand/actions';
import type { Evaluation, RuleOutcome, TraceEntry, Verdict } from '@errand/rules';
import { ApiProperty } from '@nestjs/swagger';

export class MatchedRuleResponse {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  id: string | null;
  name: string;
  priority: number;
}

export class RuleTraceResponse {
  @ApiProperty({ type: 'string', format: 'uuid', nullable: true })
  ruleId: string | null;
  rule: string;
  priority: number;
  /** FAILED: the rule could not be evaluated on this action, which counts as no match. */
  @ApiProperty({ enum: ['MATCHED', 'NOT_MATCHED', 'FAILED', 'DISABLED'] })
  outcome: RuleOutcome;
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  verdict: Verdict | null;
  /** Why it failed. */
  error: string | null;
  /** The CEL expression that was evaluated. */
  expression: string;

  static of(this: void, entry: TraceEntry): RuleTraceResponse {
    const { ruleId, rule, priority, outcome, verdict, error, expression } = entry;
    return { ruleId, rule, priority, outcome, verdict, error, expression };
  }
}

export class EvaluationResponse {
  /** `{ "type": "schedule", "delaySeconds": 3600 }`; allow when no rule matches. */
  @ApiProperty({ type: 'object', additionalProperties: true })
  verdict: Verdict;
  @ApiProperty({ type: MatchedRuleResponse, nullable: true })
  matchedRule: MatchedRuleResponse | null;
  evaluatedAt: Date;
  /** When the action would be sent, if a rule or the action itself puts it off. */
  scheduledFor: Date | null;
  /** What each rule said, in the order in which they were asked, up to the first match. */
  @ApiProperty({ type: [RuleTraceResponse] })
  trace: RuleTraceResponse[];

  /** @param wanted when the action itself wants to be sent */
  static of({ verdict, matchedRule, trace }: Evaluation, evaluatedAt: Date, wanted: WantedTime): EvaluationResponse {
    const scheduledFor = putOffUntil(verdict, wanted, evaluatedAt);
    return { verdict, matchedRule, evaluatedAt, scheduledFor, trace: trace.map(RuleTraceResponse.of) };
  }
}
