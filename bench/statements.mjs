import fs from 'node:fs';
import path from 'node:path';
import { built } from './built.mjs';
import { markdown } from './table.mjs';

const shown = 25;
const header = ['statement', 'calls', 'rows', 'mean ms', 'total ms', 'µs an item', 'WAL bytes', 'buffers'];

/** What the server must load at its start. */
export const preloaded = 'pg_stat_statements';

/** PostgreSQL's own accounting of what one database was asked, by statement. */
export class Statements {
  /** @param {import('pg').Client} client of the database */
  constructor(client) {
    this.client = client;
  }

  async reset() {
    await this.client.query(`CREATE EXTENSION IF NOT EXISTS ${preloaded}`);
    await this.client.query('SELECT pg_stat_statements_reset()');
  }

  /** The costliest since the reset. @param {number} items how many activities or jobs they were for */
  async print(items) {
    const { rows } = await this.client.query(`
      SELECT queryid, query, calls, rows, mean_exec_time AS mean, total_exec_time AS total, wal_bytes AS wal,
        shared_blks_hit + shared_blks_read AS buffers
      FROM pg_stat_statements
      WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
      ORDER BY total_exec_time DESC LIMIT ${shown}`);
    const names = await this.names();
    const cells = rows.map(({ queryid, query, calls, rows, mean, total, wal, buffers }) => [
      names.get(queryid) ?? query.replaceAll(/\s+/g, ' ').trim().slice(0, 60).replaceAll('|', '/'),
      ...[calls, rows, mean.toFixed(3), total.toFixed(0), ((total * 1000) / items).toFixed(1), wal, buffers],
    ]);
    process.stderr.write(`${markdown(header, cells)}\n`);
  }

  /**
   * The names of Errand's statements. PostgreSQL keeps their texts with the constants taken out, so they are told by
   * the identifier that it computes for a text.
   * @returns {Promise<Map<string, string>>}
   */
  async names() {
    /** @type {Map<string, string>} */
    const names = new Map();
    for (const { name, text } of await productStatements()) {
      try {
        const { rows } = await this.client.query(`EXPLAIN (GENERIC_PLAN, VERBOSE) ${text}`);
        const id = /^Query Identifier: (\S+)/.exec(rows.at(-1)?.['QUERY PLAN'])?.[1];
        if (id !== undefined) names.set(id, name);
      } catch {
        // The database of another queue has none of the tables; what is not planned alone keeps its text.
      }
    }
    return names;
  }
}

/** @returns {Promise<{ name: string, text: string }[]>} those that the build's .sql.js files export */
async function productStatements() {
  const libs = built('libs');
  const files = fs.readdirSync(libs, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.sql.js'));
  const modules = await Promise.all(files.map(async (file) => import(path.join(libs, file))));
  return modules
    .flatMap((module) => Object.values(module))
    .filter((value) => typeof value?.name === 'string' && typeof value.text === 'string');
}
