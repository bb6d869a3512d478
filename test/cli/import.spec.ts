import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { importMasterData } from '../../apps/cli/src/import.command';
import { startApi, type TestApi } from '../support/api';
import { testEnvironment } from '../support/settings';
import { createTenant, type TestTenant } from '../support/tenants';

let api: TestApi;
let tenant: TestTenant;
let folder: string;

beforeAll(async () => {
  api = await startApi();
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-import-'));
});
afterAll(async () => {
  await api.close();
  fs.rmSync(folder, { recursive: true });
});
beforeEach(async () => {
  tenant = await createTenant(api);
});

const file = (name: string, text: string | Buffer) => {
  const whole = path.join(folder, name);
  fs.writeFileSync(whole, text);
  return whole;
};

/** What the command prints, standard output and error together, and its failure. */
const run = async (...args: string[]) => {
  const written: string[] = [];
  const streams = [process.stdout, process.stderr].map((stream) =>
    jest.spyOn(stream, 'write').mockImplementation((text) => written.push(String(text)) > 0),
  );
  try {
    await importMasterData(testEnvironment(api.settings.databaseUrl ?? ''), args);
    return { text: written.join(''), failure: undefined };
  } catch (error) {
    return { text: written.join(''), failure: (error as Error).message };
  } finally {
    for (const stream of streams) stream.mockRestore();
  }
};

const list = async (kind: string) => {
  const { body } = await tenant.request<{ data: Record<string, unknown>[]; meta: { total: number } }>(
    'GET',
    `/api/${kind}?perPage=100`,
  );
  return body;
};

describe('the import command', () => {
  it('imports 2,500 operators of a CSV file, and finds them all when it runs again', async () => {
    const rows = Array.from({ length: 2500 }, (_, index) => `op-${index},SALESMAN,Operator ${index},,true`);
    const operators = file('operators.csv', `\uFEFFexternalId,type,name,email,isActive\r\n${rows.join('\r\n')}\r\n`);
    expect(await run('operators', operators, '--tenant', tenant.id)).toEqual({
      text: '2500 created, 0 updated, 0 wrong\n',
      failure: undefined,
    });
    expect((await run('operators', operators, '--tenant', tenant.id)).text).toBe('0 created, 2500 updated, 0 wrong\n');
    const { data, meta } = await list('operators');
    expect(meta.total).toBe(2500);
    expect(data[0]).toMatchObject({ externalId: 'op-2499', email: null, isActive: true });
  });

  it('names the line of whatever is wrong and imports the rest', async () => {
    const text = [
      'external_id,name,metadata,users',
      'c-1,"Corner, ""the"" Store","{""zone"":""north""}","[{""firstName"":""Ana"",""roles"":[""OWNER""]}]"',
      'c-2,"two',
      'lines",,',
      'c-3,,,',
      'c-4,Four,{oops,',
      'c-1,Again,,',
      'c-5,Five,,,too many',
      'c-3,Three,,',
      'c-6,Six,,',
    ].join('\n');
    const { text: said, failure } = await run('commerces', file('stores.csv', text), '--tenant', tenant.id);
    const lines = said.trim().split('\n').sort();
    expect(lines).toEqual([
      '4 created, 0 updated, 4 wrong',
      'line 5: name must not be empty',
      'line 6: metadata is not JSON',
      'line 7: externalId is that of line 2 as well',
      expect.stringMatching(/^line 8: /),
    ]);
    expect(failure).toContain('4 wrong');
    expect((await list('commerces')).data).toMatchObject([
      { externalId: 'c-6' },
      { externalId: 'c-3', name: 'Three' },
      { externalId: 'c-2', name: 'two\nlines' },
      { externalId: 'c-1', name: 'Corner, "the" Store', metadata: { zone: 'north' }, users: [{ firstName: 'Ana' }] },
    ]);
  });

  it('imports NDJSON, where nothing needs quoting', async () => {
    const text =
      '{"externalId":"r-1","name":"North"}\n\n[1]\n{"externalId":"r-2","name":"South","isActive":false}\n{"x"\n';
    const { text: said, failure } = await run('routes', file('routes.ndjson', text), '--tenant', tenant.id);
    expect(said).toBe('line 3: is not a JSON object\nline 5: is not a JSON object\n2 created, 0 updated, 2 wrong\n');
    expect(failure).toContain('2 wrong');
    expect((await list('routes')).data).toMatchObject([{ externalId: 'r-2', isActive: false }, { externalId: 'r-1' }]);
  });

  it('says how it is used, and what is not there', async () => {
    const empty = file('empty.csv', '');
    const failureOf = async (...args: string[]) => (await run(...args)).failure;
    expect(await failureOf('stores', empty, '--tenant', tenant.id)).toContain('usage: npm run import');
    expect(await failureOf('routes', empty)).toContain('usage: npm run import');
    expect(await failureOf('routes', file('one.csv', 'externalId,name\nr-1,North\n'), '--tenant', 'nobody')).toBe(
      'there is no tenant nobody',
    );
    expect(await failureOf('routes', `${empty}.gone`, '--tenant', tenant.id)).toContain('ENOENT');
    expect(
      await failureOf('routes', file('x.csv', 'externalId,name\n'), '--tenant', tenant.id, '--encoding', 'ebcdic'),
    ).toContain('no encoding is named ebcdic');
  });

  it.each([
    ['empty.csv', '', 'the file is empty'],
    ['empty.ndjson', '\n', 'the file is empty'],
    ['twice.csv', 'externalId,name,external_id\nr-1,North,r-1\n', 'column externalId is there twice'],
    ['unknown.csv', 'externalId,name,colour\nr-1,North,red\n', 'unknown column colour'],
    ['unnamed.csv', 'externalId,,name\nr-1,,North\n', 'a column has no name'],
    ['header.csv', 'externalId,name\r\n\r\n', 'the file has a header and nothing below it'],
    ['last.csv', 'externalId,name\nr-1,North\nr-2,"South\n', 'line 3: a quote that opens here is never closed'],
    ['missing.csv', 'externalId\nr-1\n', 'column name is missing'],
    [
      'open.csv',
      `externalId,name\nr-1,"North\n${'r-2,South\n'.repeat(3000)}`,
      'line 2: a quote that opens here is never closed',
    ],
    ['quote.csv', 'externalId,name\nr-0,Zero\nr-1,"North\nr-2,"South"\n', 'line 4: a quote is out of place'],
    [
      'latin.csv',
      Buffer.from('externalId,name\nr-1,North\nr-2,\xd1u\xf1oa\n', 'latin1'),
      'line 3: byte 31 of the file (0xD1) is not UTF-8',
    ],
    ['cut.ndjson', Buffer.from('{"externalId":"r-1","name":"\xf1', 'latin1'), 'line 1: byte 29 of the file (0xF1)'],
  ])('refuses the file %s as a whole, and says why once', async (name, text, why) => {
    const { text: said, failure } = await run('routes', file(name, text), '--tenant', tenant.id);
    expect(said).toBe('');
    expect(failure).toContain(why);
    expect(failure).toContain('nothing was imported');
    expect((await list('routes')).meta.total).toBe(0);
  });

  it.each([
    ['semicolon.csv', 'externalId;name\nr-1;Ñuñoa, Norte\n'],
    ['tab.tsv', 'externalId\tname\nr-1\tÑuñoa, Norte\n'],
    ['sep.csv', 'sep=;\r\nexternalId;name\r\nr-1;Ñuñoa, Norte\r\n'],
    ['bom.csv', '\uFEFFsep=;\nexternal_id;name\nr-1;"Ñuñoa, Norte"\n'],
    ['carriage-returns.csv', 'sep=;\rexternalId;name\rr-1;Ñuñoa, Norte\r'],
    ['spreadsheet.csv', ' External ID ; NAME ;;\r\nr-1; Ñuñoa, Norte ;;\r\n;;;\r\n\r\n   \r\n'],
    ['short.csv', 'externalId;name;isActive\nr-1;Ñuñoa, Norte\n'],
    ['utf16.csv', Buffer.from('\uFEFFexternalId;name\r\nr-1;Ñuñoa, Norte\r\n', 'utf16le')],
  ])('finds the delimiter of %s', async (name, text) => {
    expect(await run('routes', file(name, text), '--tenant', tenant.id)).toMatchObject({ failure: undefined });
    expect((await list('routes')).data).toMatchObject([{ externalId: 'r-1', name: 'Ñuñoa, Norte' }]);
  });

  it('takes the delimiter that is named, and refuses what is none', async () => {
    const args = ['--tenant', tenant.id, '--delimiter'];
    for (const [name, delimiter, said] of [
      ['hash.csv', '#', '#'],
      ['named-tab.csv', '\t', 'tab'],
      ['other-sep.csv', '|', '|'],
    ] as const) {
      const text = `${name === 'other-sep.csv' ? 'sep=;\n' : ''}externalId${delimiter}name\nr-1${delimiter}Ñuñoa\n`;
      expect(await run('routes', file(name, text), ...args, said)).toMatchObject({ failure: undefined });
    }
    expect((await list('routes')).data).toMatchObject([{ externalId: 'r-1', name: 'Ñuñoa' }]);
    for (const wrong of [';;', '', '"', 'comma']) {
      const { failure } = await run('routes', file('x.csv', 'externalId,name\n'), ...args, wrong);
      expect(failure).toContain('--delimiter must be one character');
    }
  });

  it('reads another encoding where it is named, its euro sign too', async () => {
    const latin = file('named.csv', Buffer.from('externalId,name\nr-1,\xd1u\xf1oa \x80\n', 'latin1'));
    expect(await run('routes', latin, '--tenant', tenant.id, '--encoding', 'windows-1252')).toMatchObject({
      failure: undefined,
    });
    expect((await list('routes')).data).toMatchObject([{ externalId: 'r-1', name: 'Ñuñoa €' }]);
  });

  it('takes a character that the parts of a file divide', async () => {
    const text = `externalId,name\nr-1,North\n${Array.from({ length: 9000 }, (_, n) => `r-ñ${n},ñ€😀`).join('\n')}\n`;
    expect((await run('routes', file('long.csv', text), '--tenant', tenant.id, '--dry-run')).text).toBe(
      '9001 right, 0 wrong; nothing was written\n',
    );
  });

  it('writes nothing on a dry run, and finds what is wrong', async () => {
    const text = 'externalId,type,name\no-1,SALESMAN,Olga\no-2,PILOT,Otto\no-1,SALESMAN,Again\n';
    const { text: said, failure } = await run('operators', file('dry.csv', text), '--tenant', tenant.id, '--dry-run');
    expect(said).toContain('line 3: type must be one of');
    expect(said).toContain('line 4: externalId is that of line 2 as well');
    expect(said).toContain('1 right, 2 wrong; nothing was written');
    expect(failure).toBe('2 wrong, see above');
    expect((await list('operators')).meta.total).toBe(0);
  });
});
