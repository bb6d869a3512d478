import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { dispatchErrorCatalog, errorCatalog } from '@errand/errors';
import { isFinal, transitions } from '../../libs/activities/src/status';

const root = path.join(__dirname, '../..');
const read = (file: string) => fs.readFileSync(path.join(root, file), 'utf8');

/** The rows of the tables in a section of a document, as their cells. */
function tableRows(document: string, heading: string): string[][] {
  const section = document.split(/^## /m).find((text) => text.startsWith(heading)) ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

describe('docs/errors.md', () => {
  const document = read('docs/errors.md');

  it('lists the HTTP error codes of the catalog and no others', () => {
    const listed = Object.entries(errorCatalog).map(([code, { status, meaning }]) => [
      `\`${code}\``,
      `${status}`,
      meaning,
    ]);
    expect(tableRows(document, 'HTTP errors')).toEqual(listed);
  });

  it('lists the dispatch error codes of the catalog and no others', () => {
    const listed = Object.entries(dispatchErrorCatalog).map(([code, { disposition, meaning }]) => [
      `\`${code}\``,
      disposition ?? '–',
      meaning,
    ]);
    expect(tableRows(document, 'Dispatch errors')).toEqual(listed);
  });
});

describe('docs/providers.md', () => {
  it('says what the providers of the build declare', () => {
    expect(() => execFileSync(process.execPath, ['scripts/provider-docs.mjs', '--check'], { cwd: root })).not.toThrow();
  });
});

describe('docs/state-machine.md', () => {
  const [, drawing = ''] = /```mermaid\n([^]*?)```/.exec(read('docs/state-machine.md')) ?? [];

  it('draws every transition of the status machine and no other', () => {
    const table = Object.entries(transitions).map(
      ([trigger, { from, to }]) => `${from ?? '[*]'} --> ${to}: ${trigger}`,
    );
    expect(drawing.match(/\S+ --> \S+: \S+/g)?.sort()).toEqual(table.sort());
  });

  it('draws the end at the final statuses', () => {
    const ends = [...drawing.matchAll(/(\S+) --> \[\*\]/g)].map(([, status]) => status);
    const finals = [...new Set(Object.values(transitions).map(({ to }) => to))].filter(isFinal);
    expect(ends.sort()).toEqual(finals.sort());
  });
});

describe('the documents', () => {
  const documents = [
    'README.md',
    'CONTRIBUTING.md',
    'CHANGELOG.md',
    'SECURITY.md',
    ...fs.readdirSync(path.join(root, 'docs')),
  ]
    .filter((name) => name.endsWith('.md'))
    .map((name) => (fs.existsSync(path.join(root, name)) ? name : `docs/${name}`));

  /** The anchors that GitHub gives the headings of a page. */
  const anchorsOf = (document: string) =>
    [...read(document).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N} _-]/gu, '')
        .replaceAll(' ', '-'),
    );

  it.each([...documents, 'clients/typescript/README.md'])('%s links only to headings that there are', (document) => {
    const links = [...read(document).matchAll(/\]\((?!https?:)([^)#]*)#([^)]+)\)/g)];
    const dead = links.filter(([, file = '', anchor = '']) => {
      const target = file === '' ? document : path.join(path.dirname(document), file);
      return !anchorsOf(target).includes(anchor);
    });
    expect(dead.map(([link]) => link)).toEqual([]);
  });

  it.each(documents)('%s names only files that exist', (document) => {
    const text = read(document);
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) =>
      path.join(path.dirname(document), link),
    );
    const names = [...text.matchAll(/`((?:apps|libs|docs|test|migrations|examples|scripts|bench)\/[\w./-]+)`/g)].map(
      ([, name = '']) => name,
    );
    expect([...links, ...names].filter((file) => !fs.existsSync(path.join(root, file)))).toEqual([]);
  });
});
