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

const file = (name: string, text: string) => {
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
      'c-6,Six,,',
    ].join('\n');
    const { text: said, failure } = await run('commerces', file('stores.csv', text), '--tenant', tenant.id);
    const lines = said.trim().split('\n').sort();
    expect(lines).toEqual([
      '3 created, 0 updated, 4 wrong',
      'line 5: name is required',
      'line 6: metadata is not JSON',
      'line 7: externalId is that of line 2 as well',
      expect.stringMatching(/^line 8: /),
    ]);
    expect(failure).toContain('4 wrong');
    expect((await list('commerces')).data).toMatchObject([
      { externalId: 'c-6' },
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
    expect(await failureOf('routes', empty, '--tenant', 'nobody')).toBe('there is no tenant nobody');
    expect(await failureOf('routes', `${empty}.gone`, '--tenant', tenant.id)).toContain('ENOENT');
    expect(await run('routes', empty, '--tenant', tenant.id)).toMatchObject({
      text: '0 created, 0 updated, 0 wrong\n',
    });
  });
});
