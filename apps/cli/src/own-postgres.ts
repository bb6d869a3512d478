import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { EmbeddedPostgres } from '@errand/database';
import { Client } from 'pg';

const watchEveryMs = 500;

/** The PostgreSQL under DATA_DIR, while a command of ours needs it: started again when it dies. */
export class OwnPostgres {
  private readonly watch: NodeJS.Timeout;
  private restarting: Promise<void> | undefined;

  private constructor(
    private readonly dataDir: string,
    private server: EmbeddedPostgres,
  ) {
    this.watch = setInterval(() => this.keepRunning(), watchEveryMs);
  }

  static async start(dataDir: string): Promise<OwnPostgres> {
    const folder = path.join(dataDir, 'postgres');
    return new OwnPostgres(folder, await EmbeddedPostgres.start({ dataDir: folder, durable: true }));
  }

  get url(): string {
    return this.server.url;
  }

  /** Stops the server, unless processes of another `npm start` on the same DATA_DIR are still connected to it. */
  async stop(): Promise<void> {
    clearInterval(this.watch);
    await this.restarting;
    if (!(await this.isUsedByOthers())) await this.server.stop();
  }

  private keepRunning(): void {
    if (this.server.isRunning() || this.restarting) return;
    process.stderr.write('errand: PostgreSQL has ended; starting it again\n');
    const { port } = new URL(this.server.url); // the processes know it by its port
    this.restarting = EmbeddedPostgres.start({ dataDir: this.dataDir, durable: true, port: Number(port) })
      .then((server) => {
        this.server = server;
      })
      .catch((error: Error) => {
        process.stderr.write(`errand: ${error.message}\n`);
      })
      .finally(() => {
        this.restarting = undefined;
      });
  }

  /** Our own processes have ended, but the server needs a moment to notice. */
  private async isUsedByOthers(): Promise<boolean> {
    for (let tries = 0; tries < 10; tries++) {
      if ((await this.countConnections()) === 0) return false;
      await delay(100);
    }
    return true;
  }

  private async countConnections(): Promise<number> {
    const client = new Client({ connectionString: this.url });
    try {
      await client.connect();
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE 'errand-%'`,
      );
      return rows[0]?.n ?? 0;
    } catch {
      return 0; // not running
    } finally {
      await client.end();
    }
  }
}
