import fs from 'node:fs';
import path from 'node:path';

export const root = path.join(__dirname, '../..');

/** A fenced block of a page. */
export interface Block {
  line: number;
  /** The info string: `http`, `json`, `json answers` … */
  kind: string;
  text: string;
  /** What the comment `<!-- not run: … -->` before it says; null where it is run. */
  notRun: string | null;
}

/** README, the pages below docs/ and the client's README, by their paths. */
export const pages = [
  'README.md',
  ...fs
    .readdirSync(path.join(root, 'docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
  'clients/typescript/README.md',
];

export const readPage = (page: string) => fs.readFileSync(path.join(root, page), 'utf8');

export function blocksOf(page: string): Block[] {
  const text = readPage(page);
  const fences = /(?:<!-- not run: ([^]*?) -->\n\n?)?^```([^\n]*)\n([^]*?)^```$/gm;
  return [...text.matchAll(fences)].map((match) => {
    const [whole, notRun = null, kind = '', block = ''] = match;
    const line = text.slice(0, match.index + whole.indexOf('```')).split('\n').length;
    return { line, kind, text: block, notRun };
  });
}

/** The first line, the lines `name: value`, and the rest, as HTTP has them; the blank line may be left out before JSON. */
export function httpOf(text: string): { method: string; target: string; headers: [string, string][]; body: string } {
  const [first = '', ...lines] = text.split('\n');
  const [method = '', target = ''] = first.split(' ');
  const length = lines.findIndex((line) => !/^[\w-]+: /.test(line));
  const headers = lines.slice(0, length).map((line) => line.split(/: (.*)/).slice(0, 2) as [string, string]);
  return { method, target, headers, body: lines.slice(length).join('\n').trim() };
}

/** JSON as a page shows it, perhaps after a status: what matches it has at least what is shown, and anything for `…`. */
export function shown(text: string): { status: number | undefined; json: unknown } {
  const [, status, json = ''] = /^(?:(\d{3})\n)?([^]*)$/.exec(text) ?? [];
  const parsed = JSON.parse(json) as { statusCode?: number } | null;
  return { status: status === undefined ? parsed?.statusCode : Number(status), json: pattern(parsed) };
}

function pattern(example: unknown, key = ''): unknown {
  // What is left of a window of time differs from run to run.
  if (key === 'secs' || key === 'nanos') return expect.any(Number);
  if (example === '…') return expect.anything();
  if (typeof example === 'string' && example.includes('…')) return expect.stringMatching(like(example));
  if (Array.isArray(example)) return example.map((item) => pattern(item));
  if (typeof example !== 'object' || example === null) return example;
  return Object.fromEntries(Object.entries(example).map(([name, value]) => [name, pattern(value, name)]));
}

/** `…` stands for any text. */
function like(text: string): RegExp {
  const parts = text.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${parts.join('.+')}$`);
}
