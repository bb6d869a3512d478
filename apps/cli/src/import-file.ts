import fs from 'node:fs';
import readline from 'node:readline';
import { readJson } from '@errand/json';
import { type CsvError, type Info, parse } from 'csv-parse';

/** One item of a file: what it says, or why it cannot be read. */
export interface ImportedLine {
  /** From 1, where the item ends. */
  line: number;
  item?: Record<string, unknown>;
  problem?: string;
}

/**
 * Reads the items of a CSV file (`.csv`, with a header) or of NDJSON (any other ending) as they are asked for.
 * @param onBytes told of each part of the file that was read
 */
export async function* readImport(file: string, onBytes: (bytes: number) => void): AsyncGenerator<ImportedLine> {
  const stream = fs.createReadStream(file);
  stream.on('data', (chunk) => onBytes(chunk.length));
  yield* file.toLowerCase().endsWith('.csv') ? readCsv(stream) : readNdjson(stream);
}

async function* readCsv(stream: fs.ReadStream): AsyncGenerator<ImportedLine> {
  const broken: ImportedLine[] = [];
  const parser = parse({
    bom: true,
    columns: true,
    info: true,
    trim: true,
    skipEmptyLines: true,
    skipRecordsWithError: true,
  });
  parser.on('skip', ({ lines, message }: CsvError & { lines: number }) =>
    broken.push({ line: lines, problem: message }),
  );
  // pipe() does not hand on the end of a stream that fails.
  stream.on('error', (error) => parser.destroy(error)).pipe(parser);
  for await (const { record, info } of parser as AsyncIterable<{ record: Record<string, string>; info: Info }>) {
    yield* broken.splice(0);
    yield fromCells(record, info.lines);
  }
  yield* broken;
}

const objectColumns = new Set(['metadata', 'users']);
const booleanColumns = new Set(['isActive', 'is_active']);

/** An empty cell says nothing; metadata and users are JSON; isActive is true or false; all else is text. */
function fromCells(record: Record<string, string>, line: number): ImportedLine {
  const item: Record<string, unknown> = {};
  for (const [column, cell] of Object.entries(record)) {
    if (cell === '') continue;
    if (booleanColumns.has(column) && /^(true|false)$/i.test(cell)) item[column] = cell.toLowerCase() === 'true';
    else if (!objectColumns.has(column)) item[column] = cell;
    else {
      const value = parsed(cell);
      if (value === undefined) return { line, problem: `${column} is not JSON` };
      item[column] = value;
    }
  }
  return { line, item };
}

async function* readNdjson(stream: fs.ReadStream): AsyncGenerator<ImportedLine> {
  let line = 0;
  for await (const text of readline.createInterface({ input: stream, crlfDelay: Infinity })) {
    line += 1;
    if (text.trim() === '') continue;
    const item = parsed(line === 1 ? text.replace(/^\uFEFF/, '') : text);
    const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
    yield isObject ? { line, item: item as Record<string, unknown> } : { line, problem: 'is not a JSON object' };
  }
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}
