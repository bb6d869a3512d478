import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { rules } from '../../apps/cli/src/rules.command';
import { startApi, type TestApi } from '../support/api';
import { testEnvironment } from '../support/settings';
import { createTenant, type TestTenant } from '../support/tenants';

const yaml = `rules:
  - name: reminders
    priority: 0
    condition:
      field: action.action_type
      eq: send_reminder
    action:
      type: schedule
      delay_seconds: 3600
`;

let api: TestApi;
let tenant: TestTenant;
let file: string;

beforeAll(async () => {
  api = await startApi();
  file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'errand-rules-')), 'team.yaml');
});
afterAll(async () => {
  await api.close();
  fs.rmSync(path.dirname(file), { recursive: true });
});
beforeEach(async () => {
  tenant = await createTenant(api);
});

/** What the command prints. */
const run = async (...args: string[]): Promise<string> => {
  const written: string[] = [];
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0);
  try {
    await rules(testEnvironment(api.settings.databaseUrl ?? ''), args);
  } finally {
    write.mockRestore();
  }
  return written.join('');
};

describe('the rules command', () => {
  it('imports a file for a tenant and exports it again', async () => {
    fs.writeFileSync(file, yaml);
    const other = { name: 'other', condition: 'deny()' };
    await tenant.request('POST', '/api/rules', { body: other });
    expect(await run('import', file, '--tenant', tenant.id)).toBe('1 created, 0 updated, 0 unchanged, 0 deleted\n');
    expect(await run('import', file, '--tenant', tenant.id, '--replace')).toBe(
      '0 created, 0 updated, 1 unchanged, 1 deleted\n',
    );
    expect(await run('export', '--tenant', tenant.id)).toBe(yaml);
  });

  it('imports nothing of a file with a wrong rule, and names each problem with its line', async () => {
    fs.writeFileSync(file, yaml.replace('3600', '0').replace('eq:', 'is:'));
    const message = await run('import', file, '--tenant', tenant.id).catch((error: Error) => error.message);
    expect(message.split('\n')).toEqual([
      'nothing was imported',
      expect.stringContaining('team.yaml:9: rule “reminders”: rules[0].action.delay_seconds must be'),
      expect.stringContaining('team.yaml:6: rule “reminders”: rules[0].condition.is is no operator'),
    ]);
    expect(await run('export', '--tenant', tenant.id)).toBe('rules: []\n');
  });

  it('says how it is used, and what is not there', async () => {
    await expect(run('import', file)).rejects.toThrow('usage: npm run rules -- import FILE --tenant CODE');
    await expect(run('delete', file, '--tenant', 'x')).rejects.toThrow('usage:');
    await expect(run('import', file, '--tenant', 'nobody')).rejects.toThrow('there is no tenant nobody');
    await expect(run('import', `${file}.gone`, '--tenant', tenant.id)).rejects.toThrow('ENOENT');
  });
});
