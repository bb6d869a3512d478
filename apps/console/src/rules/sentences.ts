import { useWords } from '../i18n';
import type { Rule } from './queries';
import { words as texts } from './words';

type Words = (typeof texts)['en'];

/** What a rule asks and what it decides, as sentences. */
export function useRuleSentences() {
  const { sentences } = useWords(texts);
  return {
    condition: ({ condition }: Pick<Rule, 'condition'>) =>
      typeof condition === 'string' ? condition : conditionText(condition, sentences),
    verdict: (verdict: Rule['action']) => (verdict === null ? sentences.byExpression : verdictText(verdict, sentences)),
  };
}

type Sentences = Words['sentences'];

/** Conditions of conditions have brackets where they are within another. */
function conditionText(condition: unknown, words: Sentences, isInner = false): string {
  if (!isObject(condition)) return valueText(condition);
  const { all, any, not, field, ...comparisons } = condition;
  const group = Array.isArray(all) ? all : Array.isArray(any) ? any : undefined;
  if (group) {
    const inner = group.map((one: unknown) => conditionText(one, words, group.length > 1));
    const text = inner.join(` ${all === undefined ? words.or : words.and} `);
    return isInner && group.length > 1 ? `(${text})` : text;
  }
  if (not !== undefined) return `${words.not} (${conditionText(not, words)})`;
  const parts = Object.entries(comparisons).map(([operator, operand]) =>
    comparisonText(field, operator, operand, words),
  );
  const text = parts.join(` ${words.and} `);
  return isInner && parts.length > 1 ? `(${text})` : text;
}

function comparisonText(field: unknown, operator: string, operand: unknown, words: Sentences): string {
  const name = fieldText(String(field), words);
  if (operator === 'exists') return operand === false ? words.isMissing(name) : words.isThere(name);
  const known = Object.hasOwn(words.operators, operator);
  const says = known ? words.operators[operator as keyof Sentences['operators']] : operator;
  const values = [operand].flat().map(valueText);
  return `${name} ${says} ${values.join(', ')}`;
}

function fieldText(field: string, { fields }: Sentences): string {
  if (Object.hasOwn(fields, field)) return fields[field as keyof Sentences['fields']];
  return field.replace(/^action\./, '');
}

function verdictText(verdict: Record<string, unknown>, words: Sentences): string {
  const { verdicts } = words;
  const seconds = (name: string) => secondsText(Number(verdict[name]));
  switch (verdict.type) {
    case 'allow':
    case 'suppress':
    case 'deny':
      return verdicts[verdict.type];
    case 'schedule':
      return verdicts.schedule(seconds('delaySeconds'));
    case 'deduplicate':
      return verdicts.deduplicate(seconds('ttlSeconds'));
    case 'throttle':
      return verdicts.throttle(Number(verdict.maxCount), seconds('windowSeconds'));
    case 'reroute':
      return verdicts.reroute(valueText(verdict.targetProvider));
    case 'modify':
      return verdicts.modify(isObject(verdict.changes) ? Object.keys(verdict.changes).join(', ') : '');
    default:
      return valueText(verdict.type);
  }
}

const units: [seconds: number, unit: string][] = [
  [86_400, 'd'],
  [3600, 'h'],
  [60, 'min'],
];

/** `1 h`, `90 min`, `61 s`: in the longest unit in which it is whole. */
function secondsText(seconds: number): string {
  const [per, unit] = units.find(([of]) => seconds >= of && seconds % of === 0) ?? [1, 's'];
  return `${seconds / per} ${unit}`;
}

function valueText(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
