import type { FieldProblem } from '@errand/errors';
import { type ValidationError, validateSync } from 'class-validator';
import { longIntegerIn } from '@errand/json';
import { contentProblem, shownName, tooLong } from './content-problem';
import { obeysRules } from './obeys-rules';
import { type RequestClass, type RequestField, shapeOf } from './request-shape';
import { tooLarge, tooManyFields } from './sizes';
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
  const problems = new Problems();
  const value = build(requestClass, input, { source, problems, path: '', depth: 1 });
  if (value === undefined) return failed(problems.told);
  const ofFields =
    problems.told.length === 0 && obeysRules(value) ? [] : validateSync(value, { forbidUnknownValues: false });
  const wrong = new Set(problems.told.map(({ field }) => field));
  // Where a field was not read, what it has to do with others cannot be said.
  const others = problems.hasUnread ? [] : acrossFields(value as T);
  for (const { field, message } of [...flatten(ofFields, ''), ...others]) {
    if (wrong.has(field)) continue;
    wrong.add(field);
    problems.add(field, message);
  }
  return problems.told.length > 0 ? failed(problems.told) : { value: value as T, problems: [] };
}

/** Told of one request at most: a sender of megabytes may be wrong in a million places. */
export const mostProblems = 1000;

class Problems {
  readonly told: FieldProblem[] = [];
  /** Some field is too large, or has what cannot be kept. */
  hasUnread = false;

  add(field: string, message: string): void {
    if (this.told.length < mostProblems) this.told.push({ field, message });
  }

  addUnread(field: string, message: string): void {
    this.hasUnread = true;
    this.add(field, message);
  }
}

/** Where in a request something is read. */
interface Place {
  source: RequestSource;
  problems: Problems;
  /** Of an object with the dot before its members. */
  path: string;
  depth: number;
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

function build(requestClass: RequestClass, given: Record<string, unknown>, place: Place): object | undefined {
  const { source, problems, path } = place;
  const tooMany = tooManyFields(given);
  if (tooMany !== undefined) {
    problems.addUnread(path.slice(0, -1) || source, tooMany);
    return undefined;
  }
  const { fields, defaults } = shapeOf(requestClass);
  // Not `new`, which would set every declared field to undefined: what is not given shall be absent, so that
  // `{ ...stored, ...request }` changes only what is given.
  const instance = Object.assign(Object.create(requestClass.prototype as object) as Record<string, unknown>, defaults);
  const input = Object.keys(given).some((key) => key.includes('.')) ? gatherMembers(given, fields) : given;
  const spellings = new Map<string, string>();
  for (const key of Object.keys(input)) {
    const field = fields.get(key);
    if (!field) {
      problems.add(path + shownName(key), 'is not a known field');
      continue;
    }
    const other = spellings.get(field.name);
    if (other !== undefined) {
      problems.add(path + field.name, `is given twice, as ${other} and as ${key}`);
      continue;
    }
    spellings.set(field.name, key);
    const read = new FieldReader(field, { ...place, path: path + field.name, depth: place.depth + 1 });
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
    else if (members.get(name)?.push([key.slice(dot + 1), value]) === undefined) {
      members.set(name, [[key.slice(dot + 1), value]]);
    }
  }
  // Beside `label.a` a `label` by itself is no object, and refused as such.
  const alone = new Set(gathered.map(([key]) => key));
  for (const [name, entries] of members) if (!alone.has(name)) gathered.push([name, Object.fromEntries(entries)]);
  return Object.fromEntries(gathered);
}

/** Reads one field's value, noting what class-validator would not see. Its size comes before what is in it. */
class FieldReader {
  constructor(
    private readonly field: RequestField,
    private readonly place: Place,
  ) {}

  value(input: unknown): unknown {
    const { source, path, depth } = this.place;
    const { isArray, isCommaList, most } = this.field;
    if (input === null) return this.field.nullable === false ? this.refuse('must not be null') : null;
    const isText = isArray && (source === 'query' || (isCommaList && typeof input === 'string'));
    const given = isText ? splitAtCommas(input, most.items) : input;
    const large = isArray && !Array.isArray(given) ? undefined : tooLarge(given, most);
    if (large !== undefined) return this.refuseUnread(large);
    if (!isArray) {
      if (Array.isArray(given) && source === 'query') return this.refuse('must be given once');
      return this.element(given, path, depth);
    }
    if (!Array.isArray(given)) return this.refuse('must be an array');
    const items = { ...most, items: Infinity };
    if (given.some((item) => typeof item === 'string' && tooLarge(item, items) !== undefined)) {
      return this.refuseUnread(`must be shorter than or equal to ${most.characters} characters each`);
    }
    return given.map((item, index) => this.element(item, `${path}[${index}]`, depth + 1));
  }

  private element(input: unknown, path: string, depth: number): unknown {
    const { type, isReadApart } = this.field;
    const { source, problems } = this.place;
    if (typeof type === 'function') {
      if (isPlainObject(input)) return build(type, input, { ...this.place, path: `${path}.`, depth });
      problems.add(path, 'must be an object');
      return undefined;
    }
    const refused = isReadApart ? undefined : contentProblem(input, path, depth);
    if (refused) {
      problems.addUnread(refused.field, refused.message);
      return undefined;
    }
    if (typeof input !== 'string') return input;
    if (type === 'date') return readTimestamp(input) ?? input;
    if (source === 'body') return input;
    if (type === 'number') return /^-?\d+(\.\d+)?$/.test(input) ? Number(input) : input;
    if (type === 'boolean') return input === 'true' ? true : input === 'false' ? false : input;
    return input;
  }

  private refuse(message: string): undefined {
    this.place.problems.add(this.place.path, message);
    return undefined;
  }

  private refuseUnread(message: string): undefined {
    this.place.problems.addUnread(this.place.path, message);
    return undefined;
  }
}

/** A list as text is repeated (in a query), or separated by commas, or both; one item more than it may have shows that. */
function splitAtCommas(input: unknown, most: number): unknown {
  const limit = most === Infinity ? undefined : most + 1;
  return [input]
    .flat()
    .slice(0, limit)
    .flatMap((text) => (typeof text === 'string' ? text.split(',', limit) : [text]));
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
