import { createTestDatabase, type TestDatabase } from '../support/database';
import { killRemainingProcesses, startProcess, type TestProcess } from '../support/processes';
import { RawClient } from '../support/raw-client';
import { ADMIN_KEY } from '../support/settings';
import { eventually } from '../support/eventually';

let database: TestDatabase;
let api: TestProcess;

beforeAll(async () => {
  database = await createTestDatabase();
  api = await startProcess('api', database.url, { HTTP_REQUEST_TIMEOUT_MS: '1000' });
});
afterAll(async () => {
  await killRemainingProcesses();
  await database.drop();
});

const bodies = [
  ['JSON', '/api/tenants', 'application/json', '{"code":'],
  ['JSON below /v1', '/v1/dispatch', 'application/json', '{"provider":'],
  ['YAML', '/api/rules/import', 'application/yaml', 'rules:\n'],
  ['a form', '/api/rules/import', 'multipart/form-data; boundary=x', '--x\r\n'],
] as const;

/** How a client leaves; the last one stays, and is sent away. */
const ways: [how: string, leave: (client: RawClient) => void][] = [
  ['ends', (client) => client.end()],
  ['is closed', (client) => client.destroy()],
  ['is reset', (client) => client.reset()],
  ['says no more', () => undefined],
];

const linesOf = (id: string) =>
  api
    .output()
    .split('\n')
    .filter((line) => line.includes(id));

describe.each(bodies)('a request whose connection breaks off in the middle of %s', (what, path, type, start) => {
  it.each(ways)('is one line of warning when it %s', async (how, leave) => {
    const id = `${what}-${how}`.replace(/\W/g, '-');
    const client = await RawClient.connect(api.url);
    const head = `POST ${path} HTTP/1.1\r\nhost: a\r\nx-api-key: ${ADMIN_KEY}\r\nx-request-id: ${id}\r\n`;
    await client.send(`${head}expect: 100-continue\r\ncontent-type: ${type}\r\ncontent-length: 1000\r\n\r\n`);
    await client.askedForBody();
    await client.send(start);
    leave(client);
    await eventually(
      async () => linesOf(id),
      (lines) => lines.length > 0,
    );
    // What comes after it on the same log has been written after whatever else it would have said.
    await fetch(`${api.url}/health/live`);
    expect(linesOf(id).map((line) => JSON.parse(line) as object)).toEqual([
      { level: 'warn', time: expect.any(String) as string, process: 'api', requestId: id, msg: 'request broke off' },
    ]);
    client.destroy();
  });
});
