import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { runMigrations } from '@errand/database';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { parse } from 'yaml';
import { migrate } from '../../apps/cli/src/migrate.command';
import { migrations } from '../../migrations';
import { startApi } from '../support/api';
import { createTestDatabase, executeAt, onServer, type TestDatabase } from '../support/database';
import { Scenario } from '../support/scenario';
import { execute, executeAsOwner } from '../support/sql';

class CreatesLedger1800000000000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('CREATE TABLE ledger (n int PRIMARY KEY)');
    await runner.query('CREATE TABLE items (n int PRIMARY KEY)');
  }
  async down(): Promise<void> {}
}

const ledger = [CreatesLedger1800000000000];

/** The SQLSTATE with which the server refuses a role's statement. */
async function refusal(url: string, statement: string): Promise<string | undefined> {
  return executeAt(url, statement).then(
    () => undefined,
    ({ code }: { code?: string }) => code,
  );
}

const insufficientPrivilege = '42501';

describe('the role that the tests run the processes as', () => {
  let scenario: Scenario;
  beforeAll(async () => (scenario = await Scenario.start(0)));
  afterAll(() => scenario.close());
  const url = () => scenario.api.settings.databaseUrl ?? '';

  it('is neither a superuser nor owner of anything', async () => {
    const [self] = await execute(
      scenario.api,
      `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls OR rolreplication AS strong,
         (SELECT count(*)::int FROM pg_class WHERE pg_has_role(current_user, relowner, 'MEMBER')) AS owned
       FROM pg_roles WHERE rolname = current_user`,
    );
    expect(self).toEqual({ strong: false, owned: 0 });
  });

  it.each([
    'CREATE TABLE mine (n int)',
    'CREATE SCHEMA mine',
    'CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS $$ SELECT 1 $$',
    'CREATE INDEX ON activities (reason)',
    'ALTER TABLE activities DROP COLUMN reason',
    'ALTER TABLE activities DISABLE TRIGGER ALL',
    'CREATE TRIGGER mine BEFORE INSERT ON activities FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger()',
    'DROP TABLE activities',
    'TRUNCATE activities',
    'INSERT INTO migrations (timestamp, name) VALUES (1, $$mine$$)',
    'DELETE FROM migrations',
    'CREATE ROLE mine SUPERUSER',
    'SELECT pg_read_file($$/etc/passwd$$)',
    'COPY activities TO PROGRAM $$cat$$',
  ])('may not %s', async (statement) => {
    expect(await refusal(url(), statement)).toBe(insufficientPrivilege);
  });

  it('may read and write the rows of every table, and read which migrations were applied', async () => {
    const tables = await executeAsOwner<{ name: string; rights: string[] }>(
      scenario.api,
      `SELECT relname AS name, ARRAY(SELECT privilege_type::text FROM aclexplode(relacl)
         WHERE grantee = '${new URL(url()).username}'::regrole ORDER BY 1) AS rights
       FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p')`,
    );
    expect(tables.length).toBeGreaterThan(25);
    for (const { name, rights } of tables) {
      const added = ['audit_log', 'platform_audit_log'].includes(name);
      const all = added ? ['INSERT', 'SELECT'] : ['DELETE', 'INSERT', 'SELECT', 'UPDATE'];
      expect([name, rights]).toEqual([name, name === 'migrations' ? ['SELECT'] : all]);
    }
  });
});

describe('migrating with a role for the processes', () => {
  const id = randomUUID().replaceAll('-', '');
  const [owner, app] = [`owner_${id}`, `app_${id}`];
  let database: TestDatabase;
  const as = (user: string) => Object.assign(new URL(database.ownerUrl), { username: user, password: user }).href;
  const rightsIn = async (table: string) => {
    const rights = ['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'];
    const [row] = await executeAt<{ rights: string[] }>(
      database.ownerUrl,
      `SELECT ARRAY(SELECT r FROM unnest($1::text[]) WITH ORDINALITY t(r, n)
         WHERE has_table_privilege($2, $3, r) ORDER BY n) AS rights`,
      [rights, app, table],
    );
    return row?.rights;
  };

  beforeEach(async () => {
    database = await createTestDatabase({ empty: true });
    const name = new URL(database.url).pathname.slice(1);
    await onServer(`CREATE ROLE ${owner} LOGIN PASSWORD '${owner}'; CREATE ROLE ${app} LOGIN PASSWORD '${app}'`);
    await onServer(`ALTER DATABASE ${name} OWNER TO ${owner}`);
    await executeAt(database.url, `ALTER SCHEMA public OWNER TO ${owner}`);
  });
  afterEach(async () => {
    await database.drop();
    await onServer(`DROP ROLE ${owner}; DROP ROLE ${app}`);
  });

  it('needs no superuser, and the product works as the other role', async () => {
    const written = jest.spyOn(process.stdout, 'write').mockReturnValue(true);
    const environment = { DATABASE_URL: as(app), DATABASE_OWNER_URL: as(owner), LOG_LEVEL: 'silent' };
    await migrate(environment).finally(() => written.mockRestore());
    const api = await startApi({ databaseUrl: as(app) });
    const tenant = await api.request('POST', '/api/tenants', { body: { code: 'acme', name: 'Acme' } });
    expect(tenant.status).toBe(201);
    expect((await api.request('GET', '/api/activities', { tenant: 'acme' })).status).toBe(200);
    await api.close();
    for (const statement of ['DROP TABLE activities', 'CREATE TEMPORARY TABLE mine (n int)']) {
      expect(await refusal(as(app), statement)).toBe(insufficientPrivilege);
    }
  });

  it('lets it add to what is only added to, and change nothing of it, also after another run', async () => {
    for (const _ of [1, 2]) {
      await runMigrations(as(owner), ledger, { url: as(app), appendOnly: ['ledger'] });
      expect(await rightsIn('ledger')).toEqual(['SELECT', 'INSERT']);
      expect(await rightsIn('items')).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
      expect(await rightsIn('migrations')).toEqual(['SELECT']);
    }
    await executeAt(as(app), 'INSERT INTO ledger VALUES (1)');
    for (const statement of ['UPDATE ledger SET n = 2', 'DELETE FROM ledger', 'TRUNCATE ledger']) {
      expect(await refusal(as(app), statement)).toBe(insufficientPrivilege);
    }
  });

  it('takes away what it was given beside that', async () => {
    await runMigrations(as(owner), ledger);
    await executeAt(as(owner), `GRANT ALL ON ledger, items TO ${app}; GRANT UPDATE (n) ON ledger TO ${app}`);
    await runMigrations(as(owner), ledger, { url: as(app), appendOnly: ['ledger'] });
    expect(await rightsIn('items')).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
    expect(await refusal(as(app), 'UPDATE ledger SET n = 2')).toBe(insufficientPrivilege);
  });

  it('gives it tables that a run without it makes', async () => {
    await runMigrations(as(owner), [], { url: as(app), appendOnly: [] });
    await runMigrations(as(owner), ledger);
    expect(await rightsIn('items')).toEqual(['SELECT', 'INSERT', 'UPDATE', 'DELETE']);
  });

  it('closes a schema in which everybody may make tables', async () => {
    await executeAt(as(owner), 'GRANT CREATE ON SCHEMA public TO PUBLIC'); // as in PostgreSQL 14
    await runMigrations(as(owner), ledger, { url: as(app), appendOnly: [] });
    expect(await refusal(as(app), 'CREATE TABLE mine (n int)')).toBe(insufficientPrivilege);
  });

  it('refuses a role that is the owner, may act as it, is a superuser or may make tables', async () => {
    const withRole = (url: string) => runMigrations(as(owner), ledger, { url, appendOnly: [] });
    await expect(withRole(as(owner))).rejects.toThrow(`The role ${owner} of DATABASE_URL is a superuser or may act`);
    await expect(withRole(database.ownerUrl)).rejects.toThrow('is a superuser or may act as the owner');
    await onServer(`GRANT ${owner} TO ${app}`);
    await expect(withRole(as(app))).rejects.toThrow('is a superuser or may act as the owner');
    await onServer(`REVOKE ${owner} FROM ${app}`);
    await executeAt(database.ownerUrl, `GRANT CREATE ON SCHEMA public TO ${app}`);
    await expect(withRole(as(app))).rejects.toThrow(`The role ${app} of DATABASE_URL may create tables`);
  });

  it('says which role cannot connect, and nothing of a password', async () => {
    const url = Object.assign(new URL(as(app)), { password: 'wrong-secret' }).href;
    const failed = runMigrations(as(owner), migrations, { url, appendOnly: [] });
    await expect(failed).rejects.toThrow(/^Cannot connect to PostgreSQL as the role of DATABASE_URL: (?!.*secret)/);
  });
});

describe('docker-compose.yml', () => {
  it('makes the role of the processes once, and gives it the password that it is told each time', async () => {
    const file = fs.readFileSync(path.join(__dirname, '../../docker-compose.yml'), 'utf8');
    const { services } = parse(file, { merge: true }) as { services: { roles: { command: string[] } } };
    const [, sql = ''] = /<<'SQL'\n([^]*)SQL\n/.exec(services.roles.command.at(-1) ?? '') ?? [];
    const role = `errand_app_${randomUUID().replaceAll('-', '')}`;
    const database = await createTestDatabase({ empty: true });
    try {
      for (const password of ['one', 'another']) {
        await onServer(sql.replaceAll('errand_app', role).replace(`:'password'`, `'${password}'`));
        const url = Object.assign(new URL(database.url), { username: role, password }).href;
        expect(await refusal(url, 'CREATE TABLE mine (n int)')).toBe(insufficientPrivilege);
      }
    } finally {
      await database.drop();
      await onServer(`DROP ROLE ${role}`);
    }
  });
});
