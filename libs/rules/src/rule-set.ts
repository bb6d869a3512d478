import { jsonBytes } from '@errand/json';
import { VerdictValue } from './cel/compile';
import { type ActionFields, Frame } from './cel/frame';
import { Meter } from './cel/meter';
import { RuleFailure } from './cel/rule-failure';
import { kindOf } from './cel/values';
import { type CompiledRule, compileRule, inOrder } from './compile-rule';
import type { RuleAction, RuleDefinition } from './rule';
import { Moment } from './time-fields';
import { RuleBudget } from './rule-budget';
import type { RuleLimits, Verdict } from './verdict';

/** The rules of a tenant in the order in which they are asked. */
export interface CompiledRuleSet {
  readonly rules: readonly CompiledRule[];
}

export interface EvaluationInput {
  action: RuleAction;
  now: Date;
  /** For rules that name none; UTC unless told. */
  timezone?: string;
  /** Asks disabled rules too. */
  includeDisabled?: boolean;
  /** Asks the rules after the first match too; it decides all the same. */
  askAll?: boolean;
  /** Of the request, if it has more than this action. */
  budget?: RuleBudget;
  /** What keeps the action from being as `modify` makes it, if anything does. A rule that yields it fails. */
  refusalOf?: (verdict: Verdict) => string | undefined;
}

export type RuleOutcome = 'MATCHED' | 'NOT_MATCHED' | 'FAILED' | 'DISABLED';

/** What one rule said. */
export interface TraceEntry {
  ruleId: string | null;
  rule: string;
  priority: number;
  outcome: RuleOutcome;
  /** Of a rule that matched. */
  verdict: Verdict | null;
  /** Why a rule failed. A rule that fails does not match. */
  error: string | null;
  /** The CEL that was evaluated. */
  expression: string;
  /** Microseconds that asking it took. */
  tookUs: number;
}

export interface Evaluation {
  /** `allow` when no rule matches. */
  verdict: Verdict;
  matchedRule: { id: string | null; name: string; priority: number } | null;
  trace: TraceEntry[];
}

/** What asking a rule costs beside its expression. */
const stepsPerRule = 20;
/** More of them cost more than a rule may. */
const mostPayloadBytes = 1_000_000;

export function compileRules(
  rules: readonly (RuleDefinition & { id?: string })[],
  limits: RuleLimits,
): CompiledRuleSet {
  return { rules: inOrder(rules).map((rule) => compileRule(rule, limits)) };
}

/** Asks one rule after the other; the first that matches decides. Never throws because of a rule or an action. */
export function evaluate(
  { rules }: CompiledRuleSet,
  { action, now, timezone = 'UTC', includeDisabled = false, askAll = false, budget, refusalOf }: EvaluationInput,
): Evaluation {
  const fields = fieldsOf(action);
  const moment = new Moment(now);
  const trace: TraceEntry[] = [];
  let payloadBytes: number | undefined;
  const allowed = (budget ?? new RuleBudget()).ofAction();
  let decided: Omit<Evaluation, 'trace'> = { verdict: { type: 'allow' }, matchedRule: null };
  for (const rule of rules) {
    if (!rule.enabled && !includeDisabled) {
      trace.push(entry(rule, 'DISABLED'));
      continue;
    }
    const meter = new Meter(allowed.ofRule());
    const startedAt = performance.now();
    const tookUs = () => Math.round((performance.now() - startedAt) * 1000);
    try {
      const verdict = ask(rule, new Frame(fields, moment, rule.timezone ?? timezone, meter));
      if (verdict?.type === 'modify' && refusalOf) {
        payloadBytes ??= jsonBytes(action.payload, mostPayloadBytes);
        meter.spend(payloadBytes / 4);
        const refusal = refusalOf(verdict);
        if (refusal !== undefined) throw new RuleFailure(refusal);
      }
      trace.push({ ...entry(rule, verdict ? 'MATCHED' : 'NOT_MATCHED', verdict), tookUs: tookUs() });
      const { id, name, priority } = rule;
      if (verdict && !decided.matchedRule) decided = { verdict, matchedRule: { id, name, priority } };
      if (verdict && !askAll) break;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      trace.push({ ...entry(rule, 'FAILED', null, reason), tookUs: tookUs() });
    } finally {
      // The rule that decides has its cost too.
      allowed.spent(meter);
    }
  }
  return { ...decided, trace };
}

/** @returns null when the rule does not match */
function ask({ expression, problem, action }: CompiledRule, frame: Frame): Verdict | null {
  frame.meter.spend(stepsPerRule);
  if (!expression) throw new RuleFailure(problem ?? 'is not right');
  frame.meter.spend(expression.nodes);
  const value = expression.evaluate(frame);
  if (value instanceof VerdictValue) return value.verdict;
  if (value === false || value === null) return null;
  if (value !== true) throw new RuleFailure(`yields ${kindOf(value)}, neither true or false nor a verdict`);
  if (!action) throw new RuleFailure('yields true, but the rule has no action');
  return action;
}

function entry(
  { id, name, priority, source }: CompiledRule,
  outcome: RuleOutcome,
  verdict: Verdict | null = null,
  error: string | null = null,
): TraceEntry {
  return { ruleId: id, rule: name, priority, outcome, verdict, error, expression: source, tookUs: 0 };
}

function fieldsOf({ actionType, ...fields }: RuleAction): ActionFields {
  return { ...fields, action_type: actionType };
}
