/** What can be imported, with the columns a file of it may have; those that every line must fill are first. */
export const importColumns = {
  commerces: { required: ['externalId', 'name'], optional: ['taxId', 'isActive', 'metadata', 'users'] },
  operators: { required: ['externalId', 'type', 'name'], optional: ['email', 'phone', 'isActive'] },
  routes: { required: ['externalId', 'name'], optional: ['isActive'] },
} as const;

export type ImportKind = keyof typeof importColumns;

const delimiters = [',', ';', '\t', '|'] as const;

/** `sep=;`, with which Excel names the delimiter in the first line of a file. */
const named = /^sep=(.)\r?$/i;

export interface Layout {
  delimiter: string;
  /** The line of the header, from 1. */
  headerLine: number;
}

/**
 * How a CSV file is laid out, by its first lines: the delimiter is what `sep=` says, or else the one that finds the most
 * columns with a known name in the header.
 */
export function layoutOf(kind: ImportKind, start: string): Layout {
  const [first = ''] = start.split('\n', 1);
  const [, delimiter] = named.exec(first) ?? [];
  if (delimiter !== undefined) return { delimiter, headerLine: 2 };
  const header = start.trimStart().split(/[\r\n]/, 1)[0] ?? '';
  const known = columnsOf(kind);
  const found = delimiters.map((one) => {
    const names = header.split(one).map((name) => fieldOf(name.trim().replace(/^"|"$/g, '')));
    return names.filter((name) => known.includes(name)).length;
  });
  return { delimiter: delimiters[found.indexOf(Math.max(...found))] ?? ',', headerLine: 1 };
}

/**
 * The field that each column of a header is of.
 * @throws Error naming the columns that are unknown, there twice, or missing
 */
export function fieldsOf(kind: ImportKind, header: string[]): string[] {
  const known = columnsOf(kind);
  const fields = header.map(fieldOf);
  const unknown = header.filter((_, index) => !known.includes(fields[index] ?? ''));
  const twice = fields.filter((field, index) => fields.indexOf(field) !== index);
  const missing = importColumns[kind].required.filter((field) => !fields.includes(field));
  const problems = [
    ...unknown.map((name) => (name === '' ? 'a column has no name' : `unknown column ${name}`)),
    ...twice.map((field) => `column ${field} is there twice`),
    ...missing.map((field) => `column ${field} is missing`),
  ];
  if (problems.length === 0) return fields;
  throw new Error(`${[...new Set(problems)].join('; ')} (a file of ${kind} has ${known.join(', ')})`);
}

function columnsOf(kind: ImportKind): string[] {
  return [...importColumns[kind].required, ...importColumns[kind].optional];
}

/** Both spellings name one field. */
function fieldOf(column: string): string {
  return column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
