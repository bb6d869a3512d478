import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { EmbeddedPostgres, runMigrations } from '@errand/database';
import { Client } from 'pg';
import { migrations } from '../../migrations';

/** A server with the tables of the product, and a second one that follows it. Each has a log of its statements. */
export class Followed {
  private constructor(
    readonly primary: EmbeddedPostgres,
    readonly standby: EmbeddedPostgres,
    private readonly folder: string,
  ) {}

  static async start(): Promise<Followed> {
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-standby-'));
    fs.chmodSync(folder, 0o755); // PostgreSQL may have to run as another user
    const [first, second] = ['primary', 'standby'].map((name) => ({
      dataDir: path.join(folder, name),
      durable: false,
    })) as [{ dataDir: string; durable: false }, { dataDir: string; durable: false }];
    const begun = await EmbeddedPostgres.start(first);
    await runMigrations(begun.url, migrations);
    await begun.stop(); // a server at rest can be copied
    fs.cpSync(first.dataDir, second.dataDir, { recursive: true });
    fs.chmodSync(second.dataDir, 0o700);
    const primary = await EmbeddedPostgres.start(first);
    fs.writeFileSync(path.join(second.dataDir, 'standby.signal'), '');
    fs.appendFileSync(
      path.join(second.dataDir, 'postgresql.auto.conf'),
      `primary_conninfo = '${primary.url.replace(/\/errand$/, '')}'\nlog_statement = 'all'\n`,
    );
    return new Followed(primary, await EmbeddedPostgres.start(second), folder);
  }

  /** The standby stays where it is, however far the primary goes. */
  async pause(): Promise<void> {
    await this.tell('SELECT pg_wal_replay_pause()');
  }

  async resume(): Promise<void> {
    await this.tell('SELECT pg_wal_replay_resume()');
  }

  /** What the standby was asked. */
  asked(): string {
    return fs.readFileSync(path.join(this.folder, 'standby.log'), 'utf8');
  }

  async stop(): Promise<void> {
    await this.standby.stop();
    await this.primary.stop();
    fs.rmSync(this.folder, { recursive: true });
  }

  private async tell(statement: string): Promise<void> {
    const client = new Client({ connectionString: this.standby.url });
    await client.connect();
    await client.query(statement).finally(() => client.end());
  }
}
