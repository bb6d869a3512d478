import { isTooDeep, jsonBytes, maxDepth } from '@errand/json';
import { compileCondition } from './compile-rule';
import type { RuleDefinition } from './rule';
import { isTimezone } from './time-fields';
import { readVerdict, type RuleLimits, type Verdict } from './verdict';

type Report = (field: string, message: string) => void;

const fields = ['name', 'priority', 'enabled', 'timezone', 'description', 'condition', 'action'];
const maxPriority = 1_000_000;
/** As JSON; what is in force is held in memory by every process. */
const maxRuleBytes = 65_536;
const tooLarge = `must have at most ${maxRuleBytes} bytes as JSON, and no NUL`;

/**
 * Reads and checks a rule as a file or a request has it.
 * @param report is told every problem with its field
 * @returns undefined when there was one
 */
export function readRule(input: unknown, limits: RuleLimits, report: Report): RuleDefinition | undefined {
  if (!isObject(input)) return void report('rule', 'must be an object');
  // Before anything in it is looked at: conditions are translated and patterns compiled.
  if (isTooDeep(input)) return void report('rule', `is nested deeper than ${maxDepth} levels`);
  if (jsonBytes(input, maxRuleBytes) > maxRuleBytes) return void report('rule', tooLarge);
  let isRight = true;
  const refuse: Report = (field, message) => {
    isRight = false;
    report(field, message);
  };
  for (const key of Object.keys(input)) if (!fields.includes(key)) refuse(key, 'is not a known field');
  const definition = {
    name: readName(input.name, refuse),
    priority: readPriority(input.priority, refuse),
    enabled: readEnabled(input.enabled, refuse),
    timezone: readTimezone(input.timezone, refuse),
    description: readDescription(input.description, refuse),
    ...readLogic(input, limits, refuse),
  };
  if (isRight && !isStorable(definition)) refuse('rule', tooLarge);
  return isRight ? definition : undefined;
}

function readName(name: unknown, refuse: Report): string {
  if (typeof name === 'string' && name.trim() === name && name !== '' && name.length <= 200) return name;
  refuse('name', name === undefined ? 'is required' : 'must be 1 to 200 characters without spaces around them');
  return '';
}

function readPriority(priority: unknown = 0, refuse: Report): number {
  if (Number.isInteger(priority) && Math.abs(priority as number) <= maxPriority) return priority as number;
  refuse('priority', `must be a whole number from -${maxPriority} to ${maxPriority}`);
  return 0;
}

function readEnabled(enabled: unknown = true, refuse: Report): boolean {
  if (typeof enabled !== 'boolean') refuse('enabled', 'must be true or false');
  return enabled === true;
}

function readTimezone(timezone: unknown, refuse: Report): string | null {
  if (timezone === undefined || timezone === null) return null;
  if (typeof timezone === 'string' && isTimezone(timezone)) return timezone;
  refuse('timezone', 'must be the IANA name of a timezone, such as America/Santiago');
  return null;
}

function readDescription(description: unknown, refuse: Report): string | null {
  if (description === undefined || description === null) return null;
  if (typeof description === 'string' && description.length <= 2000) return description;
  refuse('description', 'must be text of at most 2000 characters');
  return null;
}

/** The condition with the action, which are checked against each other once each is right. */
function readLogic(
  input: Record<string, unknown>,
  limits: RuleLimits,
  refuse: Report,
): Pick<RuleDefinition, 'condition' | 'action'> {
  const given = input.action;
  let action: Verdict | null | undefined = null;
  if (given !== undefined && given !== null) action = readVerdict(given, limits, refuse);
  const { condition } = input;
  if (typeof condition !== 'string' && !isObject(condition)) {
    refuse('condition', 'must be a CEL expression or a condition such as { field: action.provider, eq: email }');
    return { condition: '', action: action ?? null };
  }
  // A wrong action stands in for a right one, so that the condition’s own problems are found as well.
  compileCondition({ condition, action: action === undefined ? { type: 'allow' } : action }, limits, refuse);
  return { condition, action: action ?? null };
}

function isStorable(definition: RuleDefinition): boolean {
  const json = JSON.stringify(definition);
  return Buffer.byteLength(json) <= maxRuleBytes && !/\\u(0000|d[89a-f])/i.test(json);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
