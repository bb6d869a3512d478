import { jsonBytes } from '@errand/json';
import { mergePatch, putOffUntil, type WantedTime } from '@errand/actions';
import type { Evaluation, Moment, Rule, TraceEntry } from '@errand/rules';
import { ApiProperty } from '@nestjs/swagger';
import { ApiJsonValue } from '../validation/json-value';

export class GatewayRuleResponse {
  /** @example delay-send-reminder */
  name: string;
  priority: number;
  enabled: boolean;
  description: string | null;

  static of(this: void, { name, priority, enabled, description }: Rule): GatewayRuleResponse {
    return { name, priority, enabled, description };
  }
}

export class SwitchedRuleResponse {
  /** @example delay-send-reminder */
  name: string;
  /** @example false */
  enabled: boolean;
  @ApiProperty({ enum: ['updated'] })
  status: 'updated';
}

export class ReloadedRulesResponse {
  /** How many rules are in force. */
  reloaded: number;
  /** The same. */
  loaded: number;
  /**
   * Rules that today’s limits refuse; they fail where they are asked.
   * @example []
   */
  errors: string[];
  /** Always null: rules are kept in the database. */
  @ApiProperty({ type: 'string', nullable: true })
  directory: null;
}

export class GatewayTraceResponse {
  /** @example delay-send-reminder */
  rule_name: string;
  priority: number;
  enabled: boolean;
  /** @example "action.action_type == \\"send_reminder\\"" */
  condition_display: string;
  @ApiProperty({ enum: ['matched', 'not_matched', 'skipped', 'error'] })
  result: string;
  evaluation_duration_us: number;
  /**
   * The rule’s verdict; `expression` where the condition yields it and did not.
   * @example schedule
   */
  action: string;
  @ApiProperty({ enum: ['yaml', 'cel'] })
  source: string;
  description: string | null;
  skip_reason: string | null;
  error: string | null;
  /** With `evaluate_all`, of a modify rule that matched: its JSON merge patch. */
  @ApiProperty({ type: 'object', additionalProperties: true, nullable: true })
  modify_patch: Record<string, unknown> | null;
  @ApiJsonValue('With `modify_patch`: the payload after it; null once those of a trace are more than 1 MB.')
  modified_payload_preview: unknown;
}

export class JudgementContextResponse {
  @ApiProperty({ type: 'object', additionalProperties: true, example: { hour: 9, weekday: 'Monday' } })
  time: Record<string, number | string>;
  /** @example [] */
  environment_keys: string[];
  /** @example [] */
  accessed_state_keys: string[];
  /** @example America/Santiago */
  effective_timezone: string;
}

export class JudgementResponse {
  /** @example schedule */
  verdict: string;
  /** @example delay-send-reminder */
  matched_rule: string | null;
  /** @example false */
  has_errors: boolean;
  total_rules_evaluated: number;
  total_rules_skipped: number;
  evaluation_duration_us: number;
  trace: GatewayTraceResponse[];
  context: JudgementContextResponse;
  @ApiJsonValue('What the provider would get, where a rule modifies it.')
  modified_payload: unknown;
  /** When it would be sent, if a rule or the action itself puts it off. */
  @ApiProperty({ type: 'string', format: 'date-time', nullable: true })
  scheduled_for: string | null;

  /** @param rules all of the tenant, in the order in which they are asked */
  static of(
    this: void,
    { verdict, matchedRule, trace }: Evaluation,
    { rules, payload, wanted, moment, timezone }: Judged,
  ): JudgementResponse {
    const entries = traceOf(rules, trace, payload);
    const count = (isCounted: (entry: GatewayTraceResponse) => boolean) => entries.filter(isCounted).length;
    return {
      verdict: verdict.type,
      matched_rule: matchedRule?.name ?? null,
      has_errors: entries.some(({ result }) => result === 'error'),
      total_rules_evaluated: count(({ result }) => result !== 'skipped'),
      total_rules_skipped: count(({ result }) => result === 'skipped'),
      evaluation_duration_us: entries.reduce((sum, entry) => sum + entry.evaluation_duration_us, 0),
      trace: entries,
      context: {
        time: shownTime(moment, timezone),
        environment_keys: [],
        accessed_state_keys: [],
        effective_timezone: timezone,
      },
      modified_payload: verdict.type === 'modify' ? mergePatch(payload, verdict.changes) : null,
      scheduled_for: putOffUntil(verdict, wanted, moment.now)?.toISOString() ?? null,
    };
  }
}

interface Judged {
  rules: Rule[];
  payload: unknown;
  wanted: WantedTime;
  moment: Moment;
  timezone: string;
}

const results = { MATCHED: 'matched', NOT_MATCHED: 'not_matched', FAILED: 'error', DISABLED: 'skipped' } as const;

/** Of all previews of a trace: each is a whole payload, and there may be 500. */
const previewBytes = 1_048_576;

/** An entry for each rule; those that were not asked are skipped. */
function traceOf(rules: Rule[], trace: TraceEntry[], payload: unknown): GatewayTraceResponse[] {
  const asked = new Map(trace.map((entry) => [entry.ruleId, entry]));
  let preview = payload;
  let left = previewBytes;
  return rules.map((rule) => {
    const entry = asked.get(rule.id);
    const verdict = entry?.verdict ?? null;
    const patch = verdict?.type === 'modify' ? verdict.changes : null;
    if (patch) preview = mergePatch(preview, patch);
    left -= patch && left > 0 ? jsonBytes(preview, left) : 0;
    const { name, priority, enabled, description, condition } = rule;
    return {
      ...{ rule_name: name, priority, enabled },
      condition_display: entry?.expression ?? shownCondition(condition),
      result: entry ? results[entry.outcome] : 'skipped',
      evaluation_duration_us: entry?.tookUs ?? 0,
      action: verdict?.type ?? rule.action?.type ?? 'expression',
      source: typeof condition === 'string' ? 'cel' : 'yaml',
      description,
      skip_reason: skipReason(rule, entry),
      error: entry?.error ?? null,
      modify_patch: patch,
      modified_payload_preview: patch && left >= 0 ? preview : null,
    };
  });
}

function skipReason({ enabled }: Rule, entry: TraceEntry | undefined): string | null {
  if (entry && entry.outcome !== 'DISABLED') return null;
  return enabled ? 'a rule before it matched' : 'rule is disabled';
}

const shownCondition = (condition: object | string) =>
  typeof condition === 'string' ? condition : JSON.stringify(condition);

/** What `time` was in the rules, as JSON has it. */
function shownTime(moment: Moment, timezone: string): Record<string, number | string> {
  const fields = Object.entries(moment.in(timezone));
  return Object.fromEntries(fields.map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]));
}
