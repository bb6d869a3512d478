import { type ClientBase, Client, escapeIdentifier } from 'pg';
import { reasonOf } from './sql-errors';

/** The role that the processes work as: it reads and writes rows, and can change no table. */
export interface AppRole {
  /** As which, and where, the processes connect; past any pooler. */
  url: string;
  /** Tables to whose rows it can add, and change or remove none. */
  appendOnly: readonly string[];
}

const everyRight = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'];
/** What TypeORM keeps of the migrations that were applied. */
const applied = 'migrations';

/**
 * Gives the role what it needs in the tables that there are and in those to come, and takes away all else, in one
 * transaction: nobody who works meanwhile misses a right.
 * @param owner connected as the role that owns the tables
 * @throws Error when the role cannot connect, or when it could do more than that whatever is granted
 */
export async function grantTo(owner: ClientBase, { url, appendOnly }: AppRole): Promise<void> {
  const name = await nameOf(url);
  await refuseStrongRole(owner, name);
  const { rows: tables } = await owner.query<{ name: string }>(ownTables);
  const { schema, database } = await placeOf(owner);
  const role = escapeIdentifier(name);
  const rightsIn = (table: string) => {
    if (table === applied) return ['SELECT'];
    return appendOnly.includes(table) ? ['SELECT', 'INSERT'] : everyRight;
  };
  const statements = [
    'BEGIN',
    `REVOKE TEMPORARY ON DATABASE ${database} FROM PUBLIC`,
    `REVOKE CREATE ON SCHEMA ${schema} FROM PUBLIC`, // which PostgreSQL 14 lets everybody do
    `GRANT USAGE ON SCHEMA ${schema} TO ${role}`,
    `ALTER DEFAULT PRIVILEGES IN SCHEMA ${schema} GRANT ${everyRight.join(', ')} ON TABLES TO ${role}`,
    ...tables.flatMap((table) => {
      const own = `${schema}.${escapeIdentifier(table.name)}`;
      return [
        `REVOKE ALL ON TABLE ${own} FROM ${role}`,
        `GRANT ${rightsIn(table.name).join(', ')} ON TABLE ${own} TO ${role}`,
      ];
    }),
  ];
  try {
    for (const statement of statements) await owner.query(statement);
    await refuseCreator(owner, name);
    await owner.query('COMMIT');
  } catch (error) {
    await owner.query('ROLLBACK');
    throw error;
  }
}

/** The server says it: behind a proxy that signs in for others, the user of a URL is another. */
async function nameOf(url: string): Promise<string> {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the next statement says it
  try {
    await client.connect();
    const { rows } = await client.query<{ name: string }>('SELECT current_user AS name');
    return rows[0]?.name ?? '';
  } catch (error) {
    throw new Error(`Cannot connect to PostgreSQL as the role of DATABASE_URL: ${reasonOf(error)}`, { cause: error });
  } finally {
    await client.end();
  }
}

async function refuseStrongRole(owner: ClientBase, name: string): Promise<void> {
  const { rows } = await owner.query<{ strong: boolean }>(
    `SELECT rolsuper OR rolbypassrls OR pg_has_role(oid, current_user, 'MEMBER') AS strong FROM pg_roles WHERE rolname = $1`,
    [name],
  );
  if (rows[0]?.strong === false) return;
  throw new Error(
    `The role ${name} of DATABASE_URL is a superuser or may act as the owner: beside DATABASE_OWNER_URL it must be neither`,
  );
}

async function refuseCreator(owner: ClientBase, name: string): Promise<void> {
  const { rows } = await owner.query<{ creates: boolean }>(
    `SELECT has_schema_privilege($1, current_schema(), 'CREATE')
       OR has_database_privilege($1, current_database(), 'CREATE') AS creates`,
    [name],
  );
  if (rows[0]?.creates === false) return;
  throw new Error(
    `The role ${name} of DATABASE_URL may create tables, and the role of DATABASE_OWNER_URL cannot take that away: ` +
      'make it the owner of the database and of the schema',
  );
}

async function placeOf(owner: ClientBase): Promise<{ schema: string; database: string }> {
  const { rows } = await owner.query<{ schema: string; database: string }>(
    'SELECT quote_ident(current_schema()) AS schema, quote_ident(current_database()) AS database',
  );
  if (!rows[0]) throw new Error('PostgreSQL does not say which schema tables are made in');
  return rows[0];
}

/** Those of extensions are not ours to grant. */
const ownTables = `SELECT c.relname AS name FROM pg_class c
  WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p') AND pg_has_role(c.relowner, 'USAGE')
    AND NOT EXISTS (SELECT FROM pg_depend d
      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
  ORDER BY c.relname`;
