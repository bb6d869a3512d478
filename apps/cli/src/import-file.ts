import { Readable } from 'node:stream';
import { readJson } from '@errand/json';
import { type CsvError, type Info, parse } from 'csv-parse';
import { fieldsOf, importColumns, type ImportKind, layoutOf } from './import-columns';
import { readText } from './import-text';

/** One item of a file: what it says, or why it cannot be read. */
export interface ImportedLine {
  /** From 1, where the item ends. */
  line: number;
  item?: Record<string, unknown>;
  problem?: string;
}

export interface ImportFile {
  file: string;
  kind: ImportKind;
  /** See {@link readText}. */
  encoding?: string | undefined;
  /** Of a CSV file; found out when it is left out. */
  delimiter?: string | undefined;
}

/**
 * Reads the items of a CSV file (`.csv`, `.tsv`, `.txt`, with a header) or of NDJSON (any other ending) as they are asked
 * for.
 * @param onBytes told of each part of the file that was read
 * @throws Error when the file as a whole cannot be read: its encoding, its header, a quote
 */
export async function* readImport(
  { file, kind, encoding, delimiter }: ImportFile,
  onBytes?: (bytes: number) => void,
): AsyncGenerator<ImportedLine> {
  const text = readText(file, encoding, onBytes);
  yield* /\.(csv|tsv|txt)$/i.test(file) ? readCsv(kind, text, delimiter) : readNdjson(text);
}

/** Enough for any header. */
const startLength = 10_000;

async function* readCsv(kind: ImportKind, text: AsyncGenerator<string>, given?: string): AsyncGenerator<ImportedLine> {
  let start = '';
  for (let next = await text.next(); !next.done; next = await text.next()) {
    start += next.value;
    if (start.length >= startLength) break;
  }
  if (start.trim() === '') throw new Error('the file is empty');
  const { delimiter, headerLine } = layoutOf(kind, start, given);
  const parser = parse({
    delimiter,
    fromLine: headerLine,
    info: true,
    trim: true,
    skipEmptyLines: true,
    relaxColumnCount: true,
    skipRecordsWithError: true,
  });
  let broken: CsvError | undefined;
  parser.on('skip', (error: CsvError) => {
    broken ??= error;
  });
  Readable.from(withStart(start, text))
    .on('error', (error) => parser.destroy(error))
    .pipe(parser);
  let fields: string[] | undefined;
  let hasItem = false;
  let lastLine = headerLine;
  for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
    lastLine = info.lines;
    if (record.every((cell) => cell === '')) continue;
    if (fields === undefined) {
      fields = fieldsOf(kind, record);
      continue;
    }
    hasItem = true;
    yield fromCells(kind, fields, record, info.lines);
  }
  if (broken) throw quoteProblem(broken, lastLine + 1);
  if (!fields) throw new Error('the file has no header');
  if (!hasItem) throw new Error('the file has a header and nothing below it');
}

async function* withStart(start: string, rest: AsyncGenerator<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}

/** What follows such a quote cannot be told apart, so the whole file is refused. */
function quoteProblem({ message }: CsvError, nextLine: number): Error {
  if (message.startsWith('Quote Not Closed'))
    return new Error(`line ${nextLine}: a quote that opens here is never closed`);
  const [, line] = /line (\d+)/.exec(message) ?? [];
  return new Error(
    `line ${line}: a quote is out of place, here or where the cell began; inside of quotes it is written twice`,
  );
}

const objectColumns = new Set(['metadata', 'users']);

/** An empty cell, and one that is not there at the end of a line, says nothing; metadata and users are JSON; isActive is true or false; all else is text. */
function fromCells(kind: ImportKind, fields: string[], cells: string[], line: number): ImportedLine {
  if (cells.slice(fields.length).some((cell) => cell !== ''))
    return { line, problem: `has ${cells.length} cells, but the header ${fields.length} columns` };
  const cellOf = (field: string) => cells[fields.indexOf(field)] ?? '';
  const empty = importColumns[kind].required.filter((field) => cellOf(field) === '');
  if (empty.length > 0) return { line, problem: `${empty.join(' and ')} must not be empty` };
  const item: Record<string, unknown> = {};
  for (const field of fields) {
    const cell = cellOf(field);
    if (cell === '') continue;
    if (field === 'isActive' && /^(true|false)$/i.test(cell)) item[field] = cell.toLowerCase() === 'true';
    else if (!objectColumns.has(field)) item[field] = cell;
    else {
      const value = parsed(cell);
      if (value === undefined) return { line, problem: `${field} is not JSON` };
      item[field] = value;
    }
  }
  return { line, item };
}

async function* readNdjson(text: AsyncGenerator<string>): AsyncGenerator<ImportedLine> {
  let line = 0;
  let hasItem = false;
  for await (const one of linesOf(text)) {
    line += 1;
    if (one.trim() === '') continue;
    hasItem = true;
    const item = parsed(one);
    const isObject = typeof item === 'object' && item !== null && !Array.isArray(item);
    yield isObject ? { line, item: item as Record<string, unknown> } : { line, problem: 'is not a JSON object' };
  }
  if (!hasItem) throw new Error('the file is empty');
}

async function* linesOf(text: AsyncGenerator<string>): AsyncGenerator<string> {
  let begun = '';
  for await (const part of text) {
    const lines = (begun + part).split('\n');
    begun = lines.pop() ?? '';
    yield* lines;
  }
  yield begun;
}

function parsed(text: string): unknown {
  try {
    return readJson(text);
  } catch {
    return undefined;
  }
}
