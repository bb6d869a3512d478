import { ErrandError, type FieldProblem } from '@errand/errors';

/** Something wrong with a rule that was to be saved. */
export interface RuleProblem extends FieldProblem {
  /** The rule’s name, as far as it has one. */
  rule?: string;
  /** Where the rule came from a file. */
  file?: string;
  /** From 1. */
  line?: number;
  /** In the line, from 1. */
  column?: number;
}

/** More details than this help nobody. */
const maxDetails = 100;
/** Of each text in them: a field is named by keys of the file, and a hundred problems under one key repeat it. */
const maxLength = 1000;

export function invalidRules(problems: RuleProblem[]): ErrandError {
  const details = problems.slice(0, maxDetails).map(shortened);
  const named = details.slice(0, 3).map(describe);
  const rest = problems.length > named.length ? ` and ${problems.length - named.length} more` : '';
  return new ErrandError('INVALID_RULE', named.join('; ') + rest, details);
}

function shortened({ field, message, rule, ...place }: RuleProblem): RuleProblem {
  return { ...place, ...(rule === undefined ? {} : { rule: cut(rule) }), field: cut(field), message: cut(message) };
}

function cut(text: string): string {
  return text.length > maxLength ? `${text.slice(0, maxLength)}…` : text;
}

function describe({ field, message, rule, file, line }: RuleProblem): string {
  const place = [file, line].filter((part) => part !== undefined).join(':');
  return [place === '' ? '' : `${place}: `, rule === undefined ? '' : `rule “${rule}”: `, `${field} ${message}`].join(
    '',
  );
}
