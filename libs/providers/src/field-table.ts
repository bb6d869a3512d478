import type { FieldProblem } from '@errand/errors';
import { normalUrl } from '@errand/outbound';
import type { FieldDefinition } from './dispatcher';

const kinds: Record<FieldDefinition['type'], { fits: (value: unknown) => boolean; called: string }> = {
  string: { fits: (value) => typeof value === 'string', called: 'a string' },
  integer: { fits: Number.isSafeInteger, called: 'a whole number' },
  number: { fits: Number.isFinite, called: 'a number' },
  boolean: { fits: (value) => typeof value === 'boolean', called: 'true or false' },
  text: { fits: (value) => typeof value === 'string', called: 'a string' },
  enum: { fits: (value) => typeof value === 'string', called: 'a string' },
  map: {
    fits: (value) => isObject(value) && Object.values(value).every((item) => typeof item === 'string'),
    called: 'an object whose values are strings',
  },
  'string[]': {
    fits: (value) => Array.isArray(value) && value.every((item) => typeof item === 'string' && item !== ''),
    called: 'a list of strings that are not empty',
  },
};

/**
 * Reads what somebody gave for a table of fields. `null` counts as not given, and defaults fill what is not given.
 * @param path where the fields stand in the request: `credentials` or `settings`.
 */
export function readFields(
  path: string,
  definitions: readonly FieldDefinition[],
  given: unknown,
): { values: Record<string, unknown>; problems: FieldProblem[] } {
  if (given !== undefined && !isObject(given)) {
    return { values: {}, problems: [{ field: path, message: 'must be an object' }] };
  }
  const rest = new Map<string, unknown>(Object.entries(given ?? {}));
  const values: Record<string, unknown> = {};
  const problems: FieldProblem[] = [];
  for (const definition of definitions) {
    const value = rest.get(definition.key) ?? definition.default;
    rest.delete(definition.key);
    const message = valueProblem(definition, value);
    if (message !== null) problems.push({ field: `${path}.${definition.key}`, message });
    else if (value !== undefined) values[definition.key] = value;
  }
  const known = definitions.map(({ key }) => key).join(', ') || 'none';
  for (const key of rest.keys())
    problems.push({ field: `${path}.${key}`, message: `is not a field here (known: ${known})` });
  return { values, problems };
}

function valueProblem({ type, format, required, options = [] }: FieldDefinition, value: unknown): string | null {
  if (value === undefined) return required ? 'is required' : null;
  const kind = kinds[type];
  if (!kind.fits(value)) return `must be ${kind.called}`;
  if (type === 'enum' && !options.includes(value as string)) return `must be one of ${options.join(', ')}`;
  const isEmpty = value === '' || (typeof value === 'object' && Object.keys(value as object).length === 0);
  if (required && isEmpty) return 'must not be empty';
  return format === 'url' ? (normalUrl(value as string).problem ?? null) : null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const templated = new Set<FieldDefinition['type']>(['string', 'text', 'string[]', 'map']);

/** What is wrong with a table of fields itself, as sentences. */
export function tableProblems(path: string, definitions: readonly FieldDefinition[]): string[] {
  const problems: string[] = [];
  const seen = new Set<string>();
  for (const definition of definitions) {
    const { key, label, type, secret, decidesDestination, default: fallback, template, options, format } = definition;
    const field = `${path}.${key}`;
    if (!/^[a-z][A-Za-z0-9]*$/.test(key)) problems.push(`${field}: a key is camelCase`);
    if (seen.has(key)) problems.push(`${field}: declared twice`);
    if (label.trim() === '') problems.push(`${field}: has no label`);
    if (!Object.hasOwn(kinds, type)) problems.push(`${field}: unknown type ${type}`);
    else if (fallback !== undefined && !kinds[type].fits(fallback))
      problems.push(`${field}: its default does not fit its type`);
    if ((type === 'enum') !== (options !== undefined && options.length > 0))
      problems.push(`${field}: an enum has options, and nothing else has`);
    if (format !== undefined && type !== 'string') problems.push(`${field}: only a string has a format`);
    if (template !== undefined && (path === 'credentials' || !templated.has(type)))
      problems.push(`${field}: only settings of text, lists and maps are templates`);
    if (path === 'settings' && secret) problems.push(`${field}: a setting cannot be secret; make it a credential`);
    if (path === 'credentials' && decidesDestination)
      problems.push(`${field}: credentials change whole; only a setting is marked decidesDestination`);
    if (path === 'credentials' && fallback !== undefined) problems.push(`${field}: a credential has no default`);
    seen.add(key);
  }
  if (path === 'credentials' && definitions.length > 0 && !definitions.some(({ secret }) => secret)) {
    problems.push('credentials: none is marked secret');
  }
  return problems;
}
