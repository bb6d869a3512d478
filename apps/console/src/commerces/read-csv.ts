import { parse } from 'csv-parse/browser/esm/sync';
import { fieldsOf, importColumns, layoutOf } from '../../../cli/src/import-columns';

/** A line of a file: what it says of a store, or why it cannot be read. */
export interface CsvLine {
  /** From 1, where the line ends. */
  line: number;
  item?: Record<string, unknown>;
  problem?: string;
}

export const columns = [...importColumns.commerces.required, ...importColumns.commerces.optional];

const objects = new Set(['metadata', 'users']);

/**
 * Reads a file of stores by the columns of the import command.
 * @throws Error when the file as a whole cannot be read: its header, a quote
 */
export function readCsv(text: string): CsvLine[] {
  const { delimiter, headerLine } = layoutOf('commerces', text.slice(0, 10_000));
  const options = { delimiter, from_line: headerLine, info: true, trim: true, bom: true } as const;
  const records = parse(text, { ...options, skip_empty_lines: true, relax_column_count: true }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  const [header, ...lines] = records.filter(({ record }) => record.some((cell) => cell !== ''));
  const fields = fieldsOf('commerces', header?.record ?? []);
  return lines.map(({ record, info }) => ({ line: info.lines, ...itemOf(fields, record) }));
}

/** An empty cell says nothing; metadata and users are JSON, isActive is true or false, all else is text. */
function itemOf(fields: string[], cells: string[]): Omit<CsvLine, 'line'> {
  const item: Record<string, unknown> = {};
  for (const [index, field] of fields.entries()) {
    const cell = cells[index] ?? '';
    if (cell === '') continue;
    if (field === 'isActive' && /^(true|false)$/i.test(cell)) item[field] = cell.toLowerCase() === 'true';
    else if (!objects.has(field)) item[field] = cell;
    else {
      try {
        item[field] = JSON.parse(cell);
      } catch {
        return { problem: `${field} is not JSON` };
      }
    }
  }
  return { item };
}
