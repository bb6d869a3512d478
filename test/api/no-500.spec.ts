import { generatedRequests } from '../hostile/generated-requests';
import { requester } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { killRemainingProcesses, startProcess } from '../support/processes';

let database: TestDatabase;
let url: string;

beforeAll(async () => {
  database = await createTestDatabase();
  ({ url } = await startProcess('api', database.url, { LOG_LEVEL: 'error' }));
}, 60_000);

afterAll(async () => {
  await killRemainingProcesses();
  await database.drop();
});

/** The short form of what `npm run test:hostile` does with more of them. */
describe('generated requests', () => {
  it('never get a 500, nor an error of another form, nor anything of another tenant', async () => {
    const scale = { count: 2500, seed: 20_260_131 };
    await generatedRequests({ url, request: requester(url) }, database.url, scale);
  }, 180_000);
});
