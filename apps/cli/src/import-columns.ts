/** What can be imported, with the columns a file of it may have; those that every line must fill are first. */
export const importColumns = {
  commerces: { required: ['externalId', 'name'], optional: ['taxId', 'country', 'isActive', 'metadata', 'users'] },
  operators: { required: ['externalId', 'type', 'name'], optional: ['email', 'phone', 'isActive'] },
  routes: { required: ['externalId', 'name'], optional: ['isActive'] },
} as const;

export type ImportKind = keyof typeof importColumns;

const delimiters = [',', ';', '\t', '|'] as const;

/** `sep=;`, with which Excel names the delimiter in the first line of a file. */
const named = /^sep=(.)$/i;

export interface Layout {
  delimiter: string;
  /** The line of the header, from 1. */
  headerLine: number;
}

/**
 * How a CSV file is laid out, by its first lines: the delimiter is the one given, or what `sep=` says, or else the one that
 * finds the most columns with a known name in the header.
 */
export function layoutOf(kind: ImportKind, start: string, given?: string): Layout {
  const [first = ''] = start.split(/[\r\n]/, 1);
  const [, said] = named.exec(first) ?? [];
  if (said !== undefined) return { delimiter: given ?? said, headerLine: 2 };
  return { delimiter: given ?? mostTelling(kind, start), headerLine: 1 };
}

function mostTelling(kind: ImportKind, start: string): string {
  const header = start.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const known = columnsOf(kind);
  const found = delimiters.map((one) => {
    const names = header.split(one).map((name) => fieldOf(name.trim().replace(/^"|"$/g, ''), known));
    return names.filter((name) => known.includes(name)).length;
  });
  return delimiters[found.indexOf(Math.max(...found))] ?? ',';
}

/**
 * What `--delimiter` names: one character, or `tab`.
 * @returns undefined when it names none
 */
export function delimiterOf(text: string): string | undefined {
  if (text === 'tab' || text === '\\t') return '\t';
  return [...text].length === 1 && !/["\r\n]/.test(text) ? text : undefined;
}

/**
 * The field that each column of a header is of. Columns without a name at its end, which spreadsheets leave behind, are none.
 * @throws Error naming the columns that are unknown, there twice, or missing
 */
export function fieldsOf(kind: ImportKind, record: string[]): string[] {
  const known = columnsOf(kind);
  const header = record.slice(0, record.findLastIndex((name) => name !== '') + 1);
  const fields = header.map((name) => fieldOf(name, known));
  const unknown = header.filter((_, index) => !known.includes(fields[index] ?? ''));
  const twice = fields.filter((field, index) => fields.indexOf(field) !== index);
  const missing = importColumns[kind].required.filter((field) => !fields.includes(field));
  const problems = [
    ...unknown.map((name) => (name === '' ? 'a column has no name' : `unknown column ${name}`)),
    ...twice.filter((field) => field !== '').map((field) => `column ${field} is there twice`),
    ...missing.map((field) => `column ${field} is missing`),
  ];
  if (problems.length === 0) return fields;
  throw new Error(`${[...new Set(problems)].join('; ')} (a file of ${kind} has ${known.join(', ')})`);
}

function columnsOf(kind: ImportKind): string[] {
  return [...importColumns[kind].required, ...importColumns[kind].optional];
}

/** `externalId`, `external_id` and `External ID` name one field. */
function fieldOf(column: string, known: string[]): string {
  const plain = (name: string) => name.replace(/[_\s-]/g, '').toLowerCase();
  return known.find((field) => plain(field) === plain(column)) ?? column;
}
