import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isPair,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  type Node,
  parseDocument,
  stringify,
  visit,
} from 'yaml';
import { readRule } from './read-rule';
import type { RuleDefinition } from './rule';
import { invalidRules, type RuleProblem } from './rule-problem';
import { type RuleLimits, writeVerdict } from './verdict';

/** A tenant has no more rules than this, nor has a file; both are read whole. */
export const maxRules = 500;
const maxFileLength = 262_144;
/** A rule of twenty lines has some 120. Each takes 4 µs to read, and more where it is wrong. */
const maxTokens = 60_000;
const maxProblems = 1000;
const heading = 'rules:\n';

type Path = (string | number)[];

/**
 * Reads a YAML file `rules: [{ name, priority, condition, action, … }]`.
 * @param name of the file, for the problems
 * @throws ErrandError INVALID_RULE with every problem of the file and its line
 */
export function readRuleFile(text: string, name: string, limits: RuleLimits): RuleDefinition[] {
  const file = new RuleFile(text, name);
  const definitions = file
    .rules()
    .map((input, index) => readRule(input, limits, (field, message) => file.refuse(index, field, message)));
  file.refuseDuplicates();
  if (file.problems.length > 0) throw invalidRules(file.problems);
  return definitions.filter((definition) => definition !== undefined);
}

/** As {@link readRuleFile} reads it, in the order of evaluation. */
export function writeRuleFile(rules: Iterable<RuleDefinition>): string {
  let text = '';
  // One by one: the library holds a hundred times what it writes.
  for (const { name, priority, enabled, timezone, description, condition, action } of rules) {
    const entry = {
      name,
      priority,
      ...(enabled ? {} : { enabled }),
      ...(timezone === null ? {} : { timezone }),
      ...(description === null ? {} : { description }),
      condition,
      ...(action === null ? {} : { action: writeVerdict(action) }),
    };
    text += stringify({ rules: [entry] }, { lineWidth: 0, aliasDuplicateObjects: false }).slice(heading.length);
  }
  return text === '' ? 'rules: []\n' : heading + text;
}

/** The text of a file with the lines of its parts. */
class RuleFile {
  readonly problems: RuleProblem[] = [];
  private readonly lines = new LineCounter();
  private readonly document: Document | undefined;
  private inputs: unknown[] = [];

  constructor(
    text: string,
    private readonly name: string,
  ) {
    if (text.length > maxFileLength) {
      this.problems.push({ file: name, field: 'rules', message: `are more than ${maxFileLength} characters` });
    } else if (hasTooManyTokens(text)) {
      this.problems.push({ file: name, field: 'rules', message: `have more than ${maxTokens} tokens of YAML` });
    } else if (nestsTooDeeply(text)) {
      this.problems.push({ file: name, field: 'rules', message: 'are nested too deeply' });
    } else {
      // The parser's own check for keys given twice takes quadratic time: 8 s for 20,000 keys.
      this.document = withoutStacks(() =>
        parseDocument(text, { lineCounter: this.lines, prettyErrors: false, uniqueKeys: false }),
      );
      this.refuseKeys(this.document);
      // To show a key that is no text, in the place of something else, may take as long as to read it.
      if (this.problems.length > 0) return;
      this.refuseCycles(this.document);
      this.refuseLossyNumbers(this.document);
    }
  }

  /** What the file has under `rules`, still unchecked; nothing where it is no such file. */
  rules(): unknown[] {
    if (!this.document) return [];
    for (const { message, pos } of this.document.errors.slice(0, maxProblems)) {
      this.problems.push({ file: this.name, ...this.placeAt(pos[0]), field: 'YAML', message });
    }
    if (this.problems.length > 0) return [];
    const content = this.content();
    if (content === undefined) return [];
    const { rules, ...others } = isObject(content) ? content : {};
    for (const key of Object.keys(others)) this.add([key], key, 'is not a known field');
    if (!Array.isArray(rules)) this.add(['rules'], 'rules', 'must be a list of rules');
    else if (rules.length > maxRules) this.add(['rules'], 'rules', `are more than ${maxRules}`);
    else this.inputs = rules;
    return this.inputs;
  }

  refuse(index: number, field: string, message: string): void {
    this.add(['rules', index, ...pathOf(field)], `rules[${index}].${field}`, message, this.nameOf(index));
  }

  refuseDuplicates(): void {
    const first = new Map<string, number>();
    for (const index of this.inputs.keys()) {
      const name = this.nameOf(index);
      if (name === undefined) continue;
      const other = first.get(name);
      if (other === undefined) first.set(name, index);
      else this.refuse(index, 'name', `is taken by the rule in line ${this.startOf(['rules', other, 'name']).line}`);
    }
  }

  /** An alias of what it is in makes a value without an end. Two of them double it with each level that is looked at. */
  private refuseCycles(document: Document): void {
    const anchored = new Map<string, Node>();
    visit(document, (key, node, ancestors) => {
      if (!isAlias(node)) {
        if (isNode(node) && node.anchor !== undefined) anchored.set(node.anchor, node);
        return;
      }
      const named = anchored.get(node.source);
      if (named === undefined || !ancestors.includes(named) || this.problems.length >= maxProblems) return;
      const message = `must not be *${node.source}, in which it is itself`;
      this.problems.push({
        file: this.name,
        ...this.placeAt(node.range?.[0]),
        field: placeOf(key, ancestors),
        message,
      });
    });
  }

  /** Keys that are lists, maps or aliases, which the parser would write out as text, and those that are given twice. */
  private refuseKeys(document: Document): void {
    visit(document, {
      Map: (_, { items }) => {
        const seen = new Set<string>();
        for (const { key } of items) {
          if (this.problems.length >= maxProblems) return;
          const name = isScalar(key) ? String(key.value) : undefined;
          const place = { file: this.name, ...this.placeAt(isNode(key) ? key.range?.[0] : undefined) };
          if (name === undefined) this.problems.push({ ...place, field: 'YAML', message: 'A key must be text' });
          else if (seen.has(name)) this.problems.push({ ...place, field: name, message: 'is given twice' });
          else seen.add(name);
        }
      },
    });
  }

  /** The parser has rounded integers; what is no number of JSON, or beyond a double, would be stored as null. */
  private refuseLossyNumbers(document: Document): void {
    visit(document, {
      Scalar: (key, { value, source = '', range }, ancestors) => {
        if (typeof value !== 'number' || this.problems.length >= maxProblems) return;
        const isInteger = /^([-+]?\d+|0x[\da-f]+|0o[0-7]+)$/i.test(source);
        if (isInteger ? Number.isSafeInteger(value) : Number.isFinite(value)) return;
        const message = isInteger
          ? 'must be an integer from -(2^53-1) to 2^53-1; write a longer one as text'
          : 'must be a number that a double can hold';
        this.problems.push({ file: this.name, ...this.placeAt(range?.[0]), field: placeOf(key, ancestors), message });
      },
    });
  }

  /** Refuses what YAML’s aliases blow up. */
  private content(): unknown {
    try {
      return this.document?.toJS({ maxAliasCount: 100 }) as unknown;
    } catch (error) {
      this.add([], 'YAML', (error as Error).message);
      return undefined;
    }
  }

  private nameOf(index: number): string | undefined {
    const input = this.inputs[index];
    return isObject(input) && typeof input.name === 'string' ? input.name : undefined;
  }

  private add(path: Path, field: string, message: string, rule?: string): void {
    if (this.problems.length >= maxProblems) return; // finding lines takes time
    const named = rule === undefined ? {} : { rule };
    this.problems.push({ file: this.name, ...this.startOf(path), ...named, field, message });
  }

  /** Where the value at a path stands; of one that is not there, where the nearest around it starts. */
  private startOf(path: Path): { line: number; column: number } {
    for (let length = path.length; length > 0; length -= 1) {
      const parent = this.document?.getIn(path.slice(0, length - 1), true);
      const last = path[length - 1];
      const key = isMap(parent) ? parent.items.find((pair) => String(pair.key) === String(last))?.key : undefined;
      const node = key ?? this.document?.getIn(path.slice(0, length), true);
      const start = (node as { range?: [number] } | undefined)?.range?.[0];
      if (start !== undefined) return this.placeAt(start);
    }
    return { line: 1, column: 1 };
  }

  /** Both from 1. */
  private placeAt(offset = 0): { line: number; column: number } {
    const { line, col } = this.lines.linePos(offset);
    return { line, column: col };
  }
}

/** `condition.all[1].gt` as `['condition', 'all', 1, 'gt']`. */
function pathOf(field: string): Path {
  return field
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step));
}

/** `rules[0].condition.eq`, of the value that is at `key` of the last of its ancestors, outermost first. */
function placeOf(key: number | 'key' | 'value' | null, ancestors: readonly unknown[]): string {
  let place = '';
  for (const [index, ancestor] of ancestors.entries()) {
    const child = ancestors[index + 1];
    if (isPair(ancestor)) place += `${place && '.'}${String(ancestor.key)}`;
    else if (isSeq(ancestor)) place += `[${child === undefined ? String(key) : ancestor.items.indexOf(child)}]`;
  }
  return place;
}

function hasTooManyTokens(text: string): boolean {
  let tokens = 0;
  for (const _ of new Lexer().lex(text)) if ((tokens += 1) > maxTokens) return true;
  return false;
}

/** The parser makes an error for whatever is wrong, a thousand of them in a thousand brackets; a stack is most of its cost. */
function withoutStacks<R>(work: () => R): R {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

/** The parser is recursive; each way in which YAML nests is bounded before it sees the text. */
function nestsTooDeeply(text: string): boolean {
  if (/^[ \t]{200}/m.test(text) || /(?:[-?:][ \t]+){50}/.test(text)) return true;
  let depth = 0;
  for (const character of text) {
    if ((character === '[' || character === '{') && (depth += 1) > 100) return true;
    if ((character === ']' || character === '}') && depth > 0) depth -= 1;
  }
  return false;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
