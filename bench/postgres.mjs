import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { built } from './built.mjs';

const template = 'errand_template';

/** The private PostgreSQL of one run: fsync on, in a folder that goes away. */
export class Postgres {
  static async start() {
    const { EmbeddedPostgres } = await import(built('libs/database/src/embedded/embedded-postgres.js'));
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-bench-'));
    fs.chmodSync(folder, 0o755); // PostgreSQL does not run as root, so another user may have to reach it
    const server = await EmbeddedPostgres.start({ dataDir: path.join(folder, 'postgres'), durable: true });
    const postgres = new Postgres(server, folder);
    await postgres.makeTemplate();
    return postgres;
  }

  /**
   * @param {{ url: string, stop: () => Promise<void> }} server
   * @param {string} folder
   */
  constructor(server, folder) {
    this.server = server;
    this.folder = folder;
    this.made = 0;
  }

  /**
   * A new database, with Errand's tables or empty.
   * @param {{ empty?: boolean }} [options]
   */
  async database({ empty = false } = {}) {
    this.made += 1;
    const name = `bench_${this.made}`;
    await this.run(`CREATE DATABASE ${name} TEMPLATE ${empty ? 'template1' : template}`);
    return Database.connect(this.urlOf(name), () => this.run(`DROP DATABASE ${name} WITH (FORCE)`));
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
   * @param {string} url
   * @param {() => Promise<void>} drop
   */
  static async connect(url, drop) {
    const client = new pg.Client({ connectionString: url });
    await client.connect();
    return new Database(url, client, drop);
  }

  /**
   * @param {string} url
   * @param {pg.Client} client
   * @param {() => Promise<void>} remove
   */
  constructor(url, client, remove) {
    this.url = url;
    this.client = client;
    this.remove = remove;
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

  async drop() {
    await this.client.end();
    await this.remove();
  }
}
