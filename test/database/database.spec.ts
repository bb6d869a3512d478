import { ConfigModule, loadSettings } from '@errand/config';
import {
  Database,
  DatabaseModule,
  isCheckViolation,
  isForeignKeyViolation,
  isTransient,
  isUniqueViolation,
  Notifications,
} from '@errand/database';
import { ReadinessChecks, TelemetryModule } from '@errand/telemetry';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { createTestDatabase, type TestDatabase } from '../support/database';

let testDatabase: TestDatabase;
let app: INestApplicationContext;
let database: Database;

beforeAll(async () => {
  testDatabase = await createTestDatabase({ empty: true });
  const settings = loadSettings({ DATABASE_URL: testDatabase.url, DATABASE_POOL_SIZE: '4', LOG_LEVEL: 'silent' });
  const imports = [ConfigModule.forRoot(settings), TelemetryModule.forRoot('test'), DatabaseModule.forRoot()];
  app = await (await Test.createTestingModule({ imports }).compile()).init();
  database = app.get(Database);
  await run(`CREATE TABLE parents (id int PRIMARY KEY)`);
  await run(`CREATE TABLE items (id int PRIMARY KEY, n int CHECK (n > 0), parent int REFERENCES parents)`);
});

afterAll(async () => {
  await app.close();
  await testDatabase.drop();
});

let statements = 0;
const run = <Row>(text: string, values?: unknown[]) =>
  database.query<Row>({ name: `test_${++statements}`, text }, values);
const count = async () => (await run<{ n: number }>('SELECT count(*) AS n FROM items'))[0]?.n;
const backends = (name: string) =>
  run<{ pid: number }>('SELECT pid FROM pg_stat_activity WHERE application_name = $1 AND pid <> pg_backend_pid()', [
    name,
  ]);
const terminate = (pid: number | undefined) => run('SELECT pg_terminate_backend($1, 5000)', [pid]);

describe('the database', () => {
  it('reads int8 as a number while that is exact, and timestamps as dates', async () => {
    const rows = await run(`SELECT 42::int8 AS small, 9007199254740993::int8 AS big, 'epoch'::timestamptz AS at`);
    expect(rows).toEqual([{ small: 42, big: '9007199254740993', at: new Date(0) }]);
  });

  it('tells violations apart by their code', async () => {
    await run('INSERT INTO items (id, n) VALUES (1, 1)');
    expect(isUniqueViolation(await failure('INSERT INTO items (id, n) VALUES (1, 1)'))).toBe(true);
    expect(isCheckViolation(await failure('INSERT INTO items (id, n) VALUES (2, 0)'))).toBe(true);
    expect(isForeignKeyViolation(await failure('INSERT INTO items (id, parent) VALUES (2, 7)'))).toBe(true);
    expect(isTransient(await failure('SELECT 1 / 0'))).toBe(false);
  });

  it('keeps its connections when a statement fails', async () => {
    const before = await backends('errand-test');
    for (let i = 0; i < 5; i++) await failure('SELECT 1 / 0');
    expect(await backends('errand-test')).toEqual(before);
  });

  it('undoes a transaction whose work throws', async () => {
    const before = await count();
    const work = database.transaction(async (tx) => {
      await tx.query({ name: 'insert', text: 'INSERT INTO items (id, n) VALUES (100, 1)' });
      throw new Error('changed my mind');
    });
    await expect(work).rejects.toThrow('changed my mind');
    expect(await count()).toBe(before);
  });

  it('does not report as committed what PostgreSQL rolled back because a failure was swallowed', async () => {
    const before = await count();
    const work = database.transaction(async (tx) => {
      await tx.query({ name: 'insert', text: 'INSERT INTO items (id, n) VALUES (100, 1)' });
      await tx.query({ name: 'fails', text: 'SELECT 1 / 0' }).catch(() => undefined);
    });
    await expect(work).rejects.toThrow('Nothing was committed');
    expect(await count()).toBe(before);
  });

  it('outlives the loss of every connection, idle, between two statements, or at work', async () => {
    const atWork = failure('SELECT pg_sleep(60)');
    const lost = database.transaction(async (tx) => {
      const [self] = await tx.query<{ pid: number }>({ name: 'self', text: 'SELECT pg_backend_pid() AS pid' });
      await terminate(self?.pid);
      return tx.query({ name: 'self', text: 'SELECT pg_backend_pid() AS pid' });
    });
    const error = await lost.catch((reason: unknown) => reason);
    expect(isTransient(error)).toBe(true);
    for (const { pid } of await backends('errand-test')) await terminate(pid);
    expect(isTransient(await atWork)).toBe(true);
    const answers = await Promise.all([1, 2, 3, 4, 5].map((n) => run<{ n: number }>('SELECT $1::int AS n', [n])));
    expect(answers.map(([row]) => row?.n)).toEqual([1, 2, 3, 4, 5]);
  });

  it('is a readiness check', async () => {
    expect(await app.get(ReadinessChecks).report()).toEqual({ ready: true, checks: { database: 'up' }, notes: [] });
  });

  const failure = (text: string): Promise<unknown> =>
    run(text).then(
      () => undefined,
      (error: unknown) => error,
    );
});

describe('notifications', () => {
  it('arrive with their payload, on the channel they were sent to', async () => {
    const heard = listenTo('orders');
    await heard.next(); // the first call, with ''
    await app.get(Notifications).notify('other', 'no');
    await app.get(Notifications).notify('orders', 'seven');
    expect(await heard.next()).toBe('seven');
  });

  it('go on after the listening connection is killed, with a call that says to look', async () => {
    const heard = listenTo('wake');
    await heard.next();
    const [listener] = await backends('errand-test-listen');
    await terminate(listener?.pid);
    expect(await heard.next()).toBe('');
    await app.get(Notifications).notify('wake', 'again');
    expect(await heard.next()).toBe('again');
  });

  function listenTo(channel: string) {
    const heard: string[] = [];
    let wake = () => {};
    void app.get(Notifications).listen(channel, (payload) => {
      heard.push(payload);
      wake();
    });
    const next = async (): Promise<string | undefined> => {
      while (heard.length === 0) await new Promise<void>((resolve) => (wake = resolve));
      return heard.shift();
    };
    return { next };
  }
});
