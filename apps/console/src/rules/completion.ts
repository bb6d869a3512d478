import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete';
import { fields, groups, operators, ruleFields, verdicts } from './vocabulary';

/** What each kind of completion is called. */
export interface CompletionWords {
  field: string;
  operator: string;
  group: string;
  verdict: string;
  parameter: string;
}

/** What may stand where one types, by the key that it is in. */
export function completionOf(words: CompletionWords) {
  const key = (label: string, detail?: string): Completion => ({
    ...{ label, apply: `${label}: ` },
    ...(detail === undefined ? {} : { detail }),
  });
  const conditionKeys = [
    key('field', words.field),
    ...operators.map((name) => key(name, words.operator)),
    ...groups.map((name) => key(name, words.group)),
  ];
  const keysIn: Record<string, Completion[]> = {
    rules: ruleFields.map((name) => key(name)),
    ...{ condition: conditionKeys, all: conditionKeys, any: conditionKeys, not: conditionKeys },
    action: [
      key('type', words.verdict),
      ...[...new Set(Object.values(verdicts).flat())].map((name) => key(name, words.parameter)),
    ],
  };
  const fieldNames = fields.map((label): Completion => ({ label, detail: words.field }));
  const verdictNames = Object.keys(verdicts).map((label): Completion => ({ label, detail: words.verdict }));

  return (context: CompletionContext): CompletionResult | null => {
    const word = context.matchBefore(/[\w.]*/);
    const from = word?.from ?? context.pos;
    const line = context.state.doc.lineAt(context.pos);
    const before = context.state.sliceDoc(line.from, from);
    const isTyped = word !== null && word.from < word.to;
    const options = (all: Completion[]) => ({ from, options: all, validFor: /^[\w.]*$/ });
    // In CEL as well.
    if (/^(action|time)\./.test(word?.text ?? '')) return options(fieldNames);
    if (/(^|[\s{,-])field:\s+$/.test(before)) return options(fieldNames);
    if (/(^|[\s{,-])type:\s+$/.test(before)) return options(verdictNames);
    if (!/^\s*(- +)*$/.test(before) && !/[{,]\s*$/.test(before)) return null;
    if (!isTyped && !context.explicit) return null;
    const keys = keysIn[keyAround(context.state.sliceDoc(0, from)) ?? ''];
    return keys ? options(keys) : null;
  };
}

/** The key of the list or map that the end of a text is in: `condition` in `condition: { fie`, `all` in `all:\n  - fie`. */
export function keyAround(text: string): string | undefined {
  const lines = text.split('\n');
  const last = lines.pop() ?? '';
  const open = openBraceIn(last);
  if (open !== undefined) {
    const before = last.slice(0, open);
    const key = /(\w+):\s*(\[.*)?$/.exec(before)?.[1];
    return key ?? keyAbove(lines, columnOf(before));
  }
  return keyAbove(lines, columnOf(last));
}

/** The nearest key above that stands further to the left. */
function keyAbove(lines: string[], column: number): string | undefined {
  for (const line of lines.toReversed()) {
    const [, , key] = /^(\s*(?:- +)*)(\w+):/.exec(line) ?? [];
    if (key !== undefined && columnOf(line) < column) return key;
  }
  return undefined;
}

/** Where what a line says begins, after `- `. */
function columnOf(line: string): number {
  return /^\s*(?:- +)*/.exec(line)?.[0].length ?? 0;
}

/** Where the innermost brace is that a line opens and does not close. */
function openBraceIn(line: string): number | undefined {
  const open: number[] = [];
  for (const [index, character] of [...line].entries()) {
    if (character === '{') open.push(index);
    else if (character === '}') open.pop();
  }
  return open.at(-1);
}
