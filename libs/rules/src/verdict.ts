import { isStorable } from '@errand/json';
/** What a rule says of an action. */
export type Verdict =
  | { type: 'allow' }
  | { type: 'suppress' }
  | { type: 'deny' }
  | { type: 'schedule'; delaySeconds: number }
  | { type: 'deduplicate'; ttlSeconds: number }
  | { type: 'throttle'; maxCount: number; windowSeconds: number }
  | { type: 'reroute'; targetProvider: string }
  /** `changes` is a JSON merge patch (RFC 7396) for the payload. */
  | { type: 'modify'; changes: Record<string, unknown> };

export type VerdictType = Verdict['type'];
export type VerdictParameter =
  'delaySeconds' | 'ttlSeconds' | 'maxCount' | 'windowSeconds' | 'targetProvider' | 'changes';

/** What differs between installations. */
export interface RuleLimits {
  maxDelaySeconds: number;
}

/** The parameters of each verdict, in the order in which its CEL function takes them. */
export const verdictParameters: Record<VerdictType, readonly VerdictParameter[]> = {
  allow: [],
  suppress: [],
  deny: [],
  schedule: ['delaySeconds'],
  deduplicate: ['ttlSeconds'],
  throttle: ['maxCount', 'windowSeconds'],
  reroute: ['targetProvider'],
  modify: ['changes'],
};

export function isVerdictType(name: unknown): name is VerdictType {
  return typeof name === 'string' && Object.hasOwn(verdictParameters, name);
}

const year = 31_536_000;

/** Says what is wrong with a parameter’s value: “must be … ”, or undefined. */
export function parameterProblem(name: VerdictParameter, value: unknown, limits: RuleLimits): string | undefined {
  if (name === 'delaySeconds') return notWholeNumber(value, limits.maxDelaySeconds);
  if (name === 'ttlSeconds' || name === 'windowSeconds') return notWholeNumber(value, year);
  if (name === 'maxCount') return notWholeNumber(value, 1_000_000_000);
  if (name === 'targetProvider') {
    const isName = typeof value === 'string' && value.length <= 200 && value.trim() !== '' && isStorable(value);
    return isName ? undefined : 'must be the name of a dispatch config or the code of a provider';
  }
  return isObject(value) ? undefined : 'must be an object: a JSON merge patch for the payload';
}

function notWholeNumber(value: unknown, max: number): string | undefined {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max) return undefined;
  const isShort = typeof value === 'string' ? value.length <= 100 : typeof value !== 'object' || value === null;
  const shown = isShort ? `, not ${JSON.stringify(value) ?? 'nothing'}` : '';
  return `must be a whole number from 1 to ${max}${shown}`;
}

/** Makes the verdict once each parameter has been found right. */
export function verdictOf(type: VerdictType, values: readonly unknown[]): Verdict {
  const entries = verdictParameters[type].map((name, index) => [name, values[index]]);
  return { type, ...Object.fromEntries(entries) } as Verdict;
}

/**
 * Reads `{ type: schedule, delay_seconds: 3600 }`, with parameters in snake_case or camelCase.
 * @param report is told each problem with the field it is in, `action.delay_seconds`
 * @returns undefined when there was one
 */
export function readVerdict(
  input: unknown,
  limits: RuleLimits,
  report: (field: string, message: string) => void,
): Verdict | undefined {
  if (!isObject(input))
    return void report('action', 'must be an object such as { type: schedule, delay_seconds: 3600 }');
  const { type, ...given } = input;
  if (!isVerdictType(type)) {
    return void report('action.type', `must be one of ${Object.keys(verdictParameters).join(', ')}`);
  }
  let isRight = true;
  const refuse = (field: string, message: string) => {
    isRight = false;
    report(`action.${field}`, message);
  };
  const names = verdictParameters[type];
  for (const key of Object.keys(given)) {
    if (!names.some((name) => key === name || key === snakeCase(name))) refuse(key, `is not known to ${type}`);
  }
  const values = names.map((name) => {
    const key = Object.hasOwn(given, name) ? name : snakeCase(name);
    const problem = parameterProblem(name, given[key], limits);
    if (problem !== undefined) refuse(key, problem);
    return given[key];
  });
  return isRight ? verdictOf(type, values) : undefined;
}

/** As rule files spell it. */
export function writeVerdict({ type, ...parameters }: Verdict): Record<string, unknown> {
  return { type, ...Object.fromEntries(Object.entries(parameters).map(([name, value]) => [snakeCase(name), value])) };
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
