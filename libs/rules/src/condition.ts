import { ACTION_FIELDS } from './cel/frame';
import { PatternCompiler } from './cel/pattern';
import { TIME_FIELDS } from './time-fields';

type Report = (field: string, message: string) => void;

const maxDepth = 16;

/** One comparison: what the operand must be, and the CEL it becomes. */
interface Operator {
  problem: (operand: unknown, patterns: PatternCompiler) => string | undefined;
  cel: (field: string, operand: unknown) => string;
}

const comparison = (symbol: string): Operator => ({
  problem: (operand) =>
    typeof operand === 'string' || Number.isFinite(operand) ? undefined : 'must be a number or text',
  cel: (field, operand) => `${field} ${symbol} ${literal(operand)}`,
});
const equality = (symbol: string): Operator => ({
  problem: (operand) => (isJson(operand) ? undefined : 'must be a JSON value'),
  cel: (field, operand) => `${field} ${symbol} ${literal(operand)}`,
});
const textMethod = (name: string): Operator => ({
  problem: (operand) => (typeof operand === 'string' ? undefined : 'must be text'),
  cel: (field, operand) => `${field}.${name}(${literal(operand)})`,
});
const contains: Operator = {
  problem: (operand) => (isScalar(operand) ? undefined : 'must be text, a number or a boolean'),
  cel: textMethod('contains').cel,
};
const matches: Operator = {
  problem(operand, patterns) {
    if (typeof operand !== 'string') return 'must be text';
    const pattern = patterns.compile(operand);
    return typeof pattern === 'string' ? pattern : undefined;
  },
  cel: textMethod('matches').cel,
};
const inList: Operator = {
  problem: (operand) =>
    Array.isArray(operand) && operand.length > 0 && isJson(operand) ? undefined : 'must be a list of values',
  cel: (field, operand) => `${field} in ${literal(operand)}`,
};
const exists: Operator = {
  problem: (operand) => (typeof operand === 'boolean' ? undefined : 'must be true or false'),
  cel: (field, operand) => `${field} ${operand === true ? '!=' : '=='} null`,
};

const operators: Readonly<Record<string, Operator>> = {
  eq: equality('=='),
  ne: equality('!='),
  gt: comparison('>'),
  gte: comparison('>='),
  lt: comparison('<'),
  lte: comparison('<='),
  contains,
  starts_with: textMethod('startsWith'),
  ends_with: textMethod('endsWith'),
  matches,
  regex: matches,
  in: inList,
  in_list: inList,
  exists,
};

/**
 * The CEL expression that a condition in object notation stands for.
 * @param report is told every problem with the place in the condition, `condition.all[1].gt`
 */
export function conditionToCel(condition: unknown, report: Report): string {
  return translate(condition, 'condition', 1, { report, patterns: new PatternCompiler() });
}

/** What one condition is translated with. */
interface Translation {
  report: Report;
  patterns: PatternCompiler;
}

function translate(condition: unknown, path: string, depth: number, translation: Translation): string {
  const { report } = translation;
  if (!isObject(condition))
    return refuse(report, path, 'must be an object such as { field: action.provider, eq: email }');
  if (depth > maxDepth) return refuse(report, path, `is nested deeper than ${maxDepth} levels`);
  const keys = Object.keys(condition);
  const group = keys.find((key) => key === 'all' || key === 'any' || key === 'not');
  if (group === undefined) return predicate(condition, path, translation);
  if (keys.length > 1) return refuse(report, path, `must have nothing beside ${group}`);
  const inner = condition[group];
  if (group === 'not') return `!(${translate(inner, `${path}.not`, depth + 1, translation)})`;
  if (!Array.isArray(inner) || inner.length === 0) {
    return refuse(report, `${path}.${group}`, 'must be a list of conditions');
  }
  const parts = inner.map((part, index) => translate(part, `${path}.${group}[${index}]`, depth + 1, translation));
  return `(${parts.join(group === 'all' ? ' && ' : ' || ')})`;
}

function predicate({ field, ...comparisons }: Record<string, unknown>, path: string, translation: Translation): string {
  const { report, patterns } = translation;
  const target = fieldToCel(field);
  if (target === undefined) report(`${path}.field`, fieldHelp);
  const parts = Object.entries(comparisons).map(([name, operand]) => {
    const operator = Object.hasOwn(operators, name) ? operators[name] : undefined;
    if (!operator)
      return refuse(report, `${path}.${name}`, `is no operator; there are ${Object.keys(operators).join(', ')}`);
    const problem = operator.problem(operand, patterns);
    if (problem !== undefined) return refuse(report, `${path}.${name}`, problem);
    return target === undefined ? 'false' : operator.cel(target, operand);
  });
  if (parts.length === 0) return refuse(report, path, 'has no operator, such as eq');
  return parts.length === 1 ? String(parts[0]) : `(${parts.join(' && ')})`;
}

const fieldHelp = `must be one of action.${ACTION_FIELDS.join(', action.')}, or time.${TIME_FIELDS.join(', time.')}; under payload and metadata with a path, as in action.payload.items.0.sku`;

/** `action.payload.items.0.sku` becomes `action.payload.items[0].sku`. */
function fieldToCel(field: unknown): string | undefined {
  if (typeof field !== 'string' || field.length > 500) return undefined;
  const [root, name = '', ...path] = field.split('.');
  if (path.includes('')) return undefined;
  const isAction = root === 'action' && (ACTION_FIELDS as readonly string[]).includes(name);
  const isTime = root === 'time' && (TIME_FIELDS as readonly string[]).includes(name);
  const mayHavePath = name === 'payload' || name === 'metadata';
  if (!(isAction || isTime) || (path.length > 0 && !mayHavePath) || path.length > maxDepth * 2) return undefined;
  const steps = path.map((step) => (/^(0|[1-9]\d{0,8})$/.test(step) ? `[${Number(step)}]` : `[${literal(step)}]`));
  return `${root}.${name}${steps.map(dotted).join('')}`;
}

/** `["name"]` as `.name` where CEL can say so, for those who read the expression in a trace. */
function dotted(step: string): string {
  const [, name] = /^\["([A-Za-z_]\w*)"\]$/.exec(step) ?? [];
  return name === undefined || ['in', 'true', 'false', 'null'].includes(name) ? step : `.${name}`;
}

function literal(value: unknown): string {
  if (typeof value === 'number') return numberLiteral(value);
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  if (!isObject(value)) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${literal(item)}`);
  return `{${entries.join(', ')}}`;
}

function numberLiteral(value: number): string {
  return Number.isSafeInteger(value) ? String(value) : value.toExponential();
}

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
}

function isJson(value: unknown, depth = 1): boolean {
  if (value === null || isScalar(value)) return true;
  if (typeof value !== 'object' || depth > maxDepth) return false;
  return Object.values(value).every((item) => isJson(item, depth + 1));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function refuse(report: Report, field: string, message: string): string {
  report(field, message);
  return 'false';
}
