import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { built } from './built.mjs';
import { preloaded, Statements } from './statements.mjs';
import { treeCpuMs } from './usage.mjs';

const template = 'errand_template';

/** The private PostgreSQL of one run: fsync on, in a folder that goes away. */
export class Postgres {
  /** @param {{ statements?: boolean }} [options] statements: whether it accounts for each of them */
  static async start({ statements = false } = {}) {
    const { EmbeddedPostgres } = await import(built('libs/database/src/embedded/embedded-postgres.js'));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-bench-'));
    fs.chmodSync(folder, 0o755); // PostgreSQL does not run as root, so another user may have to reach it
    const options = { dataDir: path.join(folder, 'postgres'), durable: true };
    const postgres = new Postgres(await EmbeddedPostgres.start(options), folder, statements);
    if (statements) {
      await postgres.run(`ALTER SYSTEM SET shared_preload_libraries = '${preloaded}'`);
      await postgres.server.stop();
      postgres.server = await EmbeddedPostgres.start(options);
    }
    await postgres.makeTemplate();
    return postgres;
  }

  /**
   * @param {{ url: string, stop: () => Promise<void> }} server
   * @param {string} folder
   * @param {boolean} statements
   */
  constructor(server, folder, statements) {
    this.server = server;
    this.folder = folder;
    this.statements = statements;
    this.made = 0;
  }

  /** Processor time of all its processes so far, in ms; NaN where the system does not tell. */
  cpuMs() {
    const [pid] = fs.readFileSync(path.join(this.folder, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
    return treeCpuMs(Number(pid));
  }

  /**
   * A new database, with Errand's tables or empty.
   * @param {{ empty?: boolean }} [options]
   */
  async database({ empty = false } = {}) {
    this.made += 1;
    const name = `bench_${this.made}`;
    await this.run(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template1' : template}`);
    return Database.connect(this, name);
  }

  async stop() {
    await this.server.stop();
    fs.rmSync(this.folder, { recursive: true, force: true });
    fs.rmSync(`${this.folder}.log`, { force: true });
  }

  async makeTemplate() {
    await this.run(`CREATE DATABASE ${template}`);
    const cli = built('apps/cli/src/main.js');
    const env = { PATH: process.env.PATH, DATABASE_URL: this.urlOf(template), LOG_LEVEL: 'warn' };
    execFileSync(process.execPath, [cli, 'migrate'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }

  /** @param {string} name */
  urlOf(name) {
    const url = new URL(this.server.url);
    url.pathname = `/${name}`;
    return url.href;
  }

  /** @param {string} statement */
  async run(statement) {
    const client = new pg.Client({ connectionString: this.server.url });
    await client.connect();
    try {
      await client.query(statement);
    } finally {
      await client.end();
    }
  }
}

/** One database of the run, and a connection to it for looking. */
export class Database {
  /**
   * @param {Postgres} postgres
   * @param {string} name
   */
  static async connect(postgres, name) {
    const client = new pg.Client({ connectionString: postgres.urlOf(name) });
    await client.connect();
    return new Database(postgres, name, client);
  }

  /**
   * @param {Postgres} postgres
   * @param {string} name
   * @param {pg.Client} client
   */
  constructor(postgres, name, client) {
    this.postgres = postgres;
    this.name = name;
    this.client = client;
    this.url = postgres.urlOf(name);
    this.statements = postgres.statements ? new Statements(client) : undefined;
  }

  /**
   * @param {string} text
   * @param {unknown[]} [values]
   * @returns {Promise<any[]>}
   */
  async query(text, values = []) {
    return (await this.client.query(text, values)).rows;
  }

  /** Writes out what earlier work left dirty, so that no measurement pays for another's checkpoint. */
  async checkpoint() {
    await this.client.query('CHECKPOINT');
  }

  /** Processor time of its server so far, in ms; NaN where the system does not tell. */
  serverCpuMs() {
    return this.postgres.cpuMs();
  }

  async drop() {
    await this.client.end();
    await this.postgres.run(`DROP DATABASE ${this.name} WITH (FORCE)`);
  }
}
