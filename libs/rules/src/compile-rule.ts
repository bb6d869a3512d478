import { compileExpression, type Expression } from './cel/compile';
import { conditionToCel } from './condition';
import type { RuleDefinition } from './rule';
import type { RuleLimits, Verdict } from './verdict';

/** A rule ready to be evaluated. */
export interface CompiledRule {
  /** Null for a rule that is not stored. */
  id: string | null;
  name: string;
  priority: number;
  enabled: boolean;
  timezone: string | null;
  action: Verdict | null;
  /** The CEL text that is evaluated, whatever notation the rule is in. */
  source: string;
  /** Undefined when a stored rule is no longer right, as after the limits were lowered. */
  expression: Expression | undefined;
  /** Why there is no expression. */
  problem: string | null;
}

type Report = (field: string, message: string) => void;

/**
 * Turns the condition into an expression and checks that it and the action fit together.
 * @param report is told each problem with its field
 */
export function compileCondition(
  { condition, action }: Pick<RuleDefinition, 'condition' | 'action'>,
  limits: RuleLimits,
  report: Report,
): { source: string; expression: Expression } | undefined {
  let isRight = true;
  const refuse: Report = (field, message) => {
    isRight = false;
    report(field, message);
  };
  const source = typeof condition === 'string' ? condition : conditionToCel(condition, refuse);
  if (!isRight) return undefined;
  const compiled = compileExpression(source, limits);
  if ('problems' in compiled) {
    for (const { position, message } of compiled.problems) {
      // A position in the CEL that a condition was translated to says nothing to its author.
      refuse('condition', typeof condition === 'string' && position ? `${position}: ${message}` : message);
    }
    return undefined;
  }
  const { expression } = compiled;
  if (action && expression.yieldsVerdict)
    refuse('action', 'must not be given: the condition yields the verdict itself');
  if (!action && !expression.yieldsVerdict) refuse('action', 'is required: the condition yields no verdict itself');
  return isRight ? { source, expression } : undefined;
}

/** Compiles a stored rule; one that is no longer right keeps its place and says why. */
export function compileRule(rule: RuleDefinition & { id?: string }, limits: RuleLimits): CompiledRule {
  const { id = null, name, priority, enabled, timezone, action } = rule;
  const problems: string[] = [];
  const compiled = compileCondition(rule, limits, (field, message) => problems.push(`${field} ${message}`));
  return {
    ...{ id, name, priority, enabled, timezone, action },
    source: compiled?.source ?? '',
    expression: compiled?.expression,
    problem: problems.length > 0 ? problems.join('; ') : null,
  };
}

/** In the order of evaluation. One rule with large patterns takes up to some 50 ms, and there may be 500: others have their turn between them. */
export async function compileInTurns(
  rules: readonly (RuleDefinition & { id?: string })[],
  limits: RuleLimits,
): Promise<CompiledRule[]> {
  const compiled: CompiledRule[] = [];
  for (const rule of inOrder(rules)) {
    await new Promise(setImmediate);
    compiled.push(compileRule(rule, limits));
  }
  return compiled;
}

/** By priority, then by name. */
export function inOrder<R extends Pick<RuleDefinition, 'name' | 'priority'>>(rules: readonly R[]): R[] {
  return [...rules].sort((a, b) => a.priority - b.priority || (a.name < b.name ? -1 : 1));
}
