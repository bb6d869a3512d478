import type { FieldProblem } from '@errand/errors';
import { type ValidationError, validateSync } from 'class-validator';
import { longIntegerIn } from '@errand/json';
import { contentProblem, tooLong } from './content-problem';
import { obeysRules } from './obeys-rules';
import { type RequestClass, type RequestField, shapeOf } from './request-shape';
import { readTimestamp } from './timestamp';

/** Where the values come from: a query is all text, a body is JSON and is never converted but for timestamps. */
export type RequestSource = 'body' | 'query';

export type ReadRequest<T> = { value: T; problems: [] } | { value: undefined; problems: FieldProblem[] };

/**
 * Builds and validates an instance of a request class from untrusted input. Field names may be spelled
 * camelCase or snake_case; unknown ones are problems. A field whose type is no request class (free-form
 * objects) is taken over as it is. `@Type(() => Date)` reads ISO 8601 text with an offset.
 * @param acrossFields what no single field's rule can see; asked also where a field is wrong, so that all is told at once
 */
export function readRequest<T extends object>(
  requestClass: new () => T,
  input: unknown,
  source: RequestSource,
  acrossFields: (request: T) => FieldProblem[] = () => [],
): ReadRequest<T> {
  if (!isPlainObject(input)) return failed([{ field: source, message: 'must be a JSON object' }]);
  const { fields } = shapeOf(requestClass);
  const refused = contentProblem(input, (key) => fields.get(key)?.isReadApart === true);
  if (refused) return failed([refused]);
  const problems: FieldProblem[] = [];
  const value = build(requestClass, input, source, '', problems);
  const ofFields =
    problems.length === 0 && obeysRules(value) ? [] : validateSync(value, { forbidUnknownValues: false });
  const wrong = new Set(problems.map(({ field }) => field));
  for (const problem of [...flatten(ofFields, ''), ...acrossFields(value as T)]) {
    if (wrong.has(problem.field)) continue;
    wrong.add(problem.field);
    problems.push(problem);
  }
  return problems.length > 0 ? failed(problems) : { value: value as T, problems: [] };
}

/**
 * {@link readRequest} of a body in which senders may have fields of their own: those are ignored, but not an integer in
 * them that would have been rounded.
 */
export function readKnownFields<T extends object>(requestClass: new () => T, input: unknown): ReadRequest<T> {
  const long = longIntegerIn(input);
  if (long !== undefined) return failed([{ field: long || 'body', message: tooLong }]);
  if (!isPlainObject(input)) return readRequest(requestClass, input, 'body');
  const { fields } = shapeOf(requestClass);
  const known = Object.entries(input).filter(([name]) => fields.has(name));
  return readRequest(requestClass, Object.fromEntries(known), 'body');
}

function failed(problems: FieldProblem[]): ReadRequest<never> {
  return { value: undefined, problems };
}

function build(
  requestClass: RequestClass,
  given: Record<string, unknown>,
  source: RequestSource,
  path: string,
  problems: FieldProblem[],
): object {
  const { fields, defaults } = shapeOf(requestClass);
  const input = Object.keys(given).some((key) => key.includes('.')) ? gatherMembers(given, fields) : given;
  // Not `new`, which would set every declared field to undefined: what is not given shall be absent, so that
  // `{ ...stored, ...request }` changes only what is given.
  const instance = Object.assign(Object.create(requestClass.prototype as object) as Record<string, unknown>, defaults);
  const spellings = new Map<string, string>();
  for (const key of Object.keys(input)) {
    const field = fields.get(key);
    if (!field) {
      problems.push({ field: path + key, message: 'is not a known field' });
      continue;
    }
    const other = spellings.get(field.name);
    if (other !== undefined) {
      problems.push({ field: path + field.name, message: `is given twice, as ${other} and as ${key}` });
      continue;
    }
    spellings.set(field.name, key);
    const read = new FieldReader(field, source, path + field.name, problems);
    instance[field.name] = read.value(input[key]);
  }
  return instance;
}

/** Input with `label.a` and `label.b` as `label: {a, b}`, of fields that are read by member: a filter is one in a body too. */
function gatherMembers(
  input: Record<string, unknown>,
  fields: ReadonlyMap<string, RequestField>,
): Record<string, unknown> {
  const gathered: [string, unknown][] = [];
  const members = new Map<string, [string, unknown][]>();
  for (const [key, value] of Object.entries(input)) {
    const dot = key.indexOf('.');
    const name = key.slice(0, dot);
    if (dot <= 0 || !fields.get(name)?.hasTexts) gathered.push([key, value]);
    else members.set(name, [...(members.get(name) ?? []), [key.slice(dot + 1), value]]);
  }
  // Beside `label.a` a `label` by itself is no object, and refused as such.
  const alone = new Set(gathered.map(([key]) => key));
  for (const [name, entries] of members) if (!alone.has(name)) gathered.push([name, Object.fromEntries(entries)]);
  return Object.fromEntries(gathered);
}

/** Reads one field's value, noting what class-validator would not see. */
class FieldReader {
  constructor(
    private readonly field: RequestField,
    private readonly source: RequestSource,
    private readonly path: string,
    private readonly problems: FieldProblem[],
  ) {}

  value(input: unknown): unknown {
    if (input === null) return this.field.nullable === false ? this.refuse('must not be null') : null;
    if (!this.field.isArray) {
      if (Array.isArray(input) && this.source === 'query') return this.refuse('must be given once');
      return this.element(input, this.path);
    }
    const isText = this.source === 'query' || (this.field.isCommaList && typeof input === 'string');
    const list = isText ? splitAtCommas(input) : input;
    if (!Array.isArray(list)) return this.refuse('must be an array');
    return list.map((item, index) => this.element(item, `${this.path}[${index}]`));
  }

  private element(input: unknown, path: string): unknown {
    const { type } = this.field;
    if (typeof type === 'function') {
      if (isPlainObject(input)) return build(type, input, this.source, `${path}.`, this.problems);
      this.problems.push({ field: path, message: 'must be an object' });
      return undefined;
    }
    if (typeof input !== 'string') return input;
    if (type === 'date') return readTimestamp(input) ?? input;
    if (this.source === 'body') return input;
    if (type === 'number') return /^-?\d+(\.\d+)?$/.test(input) ? Number(input) : input;
    if (type === 'boolean') return input === 'true' ? true : input === 'false' ? false : input;
    return input;
  }

  private refuse(message: string): undefined {
    this.problems.push({ field: this.path, message });
    return undefined;
  }
}

/** A list as text is repeated (in a query), or separated by commas, or both. */
function splitAtCommas(input: unknown): unknown {
  return [input].flat().flatMap((text) => (typeof text === 'string' ? text.split(',') : [text]));
}

function* flatten(errors: ValidationError[], path: string): Generator<FieldProblem> {
  for (const { property, constraints, children, value } of errors) {
    const field = path + property;
    // One message per field; class-validator's last is of the topmost decorator, which by our order tells the type.
    // What is not there fails every rule; of JSON nothing else is undefined.
    const message = constraints && (value === undefined ? 'is required' : Object.values(constraints).at(-1));
    if (message !== undefined) {
      yield { field, message: message.startsWith(`${property} `) ? message.slice(property.length + 1) : message };
    }
    for (const child of children ?? []) {
      const isIndex = /^\d+$/.test(child.property);
      if (isIndex) yield* flatten([{ ...child, property: `[${child.property}]` }], field);
      else yield* flatten([child], `${field}.`);
    }
  }
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
