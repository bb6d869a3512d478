import type { PoolClient, QueryConfig } from 'pg';
import { beginWithLimits } from './connecting';
import { spoilsConnection } from './sql-errors';
import type { Queryable, Statement } from './statement';

/** Longer than the server's own statement_timeout: it fires only when the server does not answer at all. */
const answerTimeoutMs = 35_000;

/**
 * One connection taken from the pool. Remembers whether it may go back. Without a session of its own it prepares nothing
 * for longer than a transaction.
 */
export class Connection implements Queryable {
  private spoiltBy: Error | undefined;
  private readonly onceCommitted: (() => void)[] = [];
  private readonly onError = (error: Error) => {
    this.spoiltBy = error;
  };

  constructor(
    private readonly client: PoolClient,
    private readonly ownSession: boolean,
  ) {
    // A connection that breaks between two statements emits an error; unheard it would end the process.
    client.on('error', this.onError);
  }

  async query<Row>(statement: Statement, values: unknown[] = []): Promise<Row[]> {
    const result = await this.run(statement, values);
    return result.rows as Row[];
  }

  afterCommit(then: () => void): void {
    this.onceCommitted.push(then);
  }

  async begin(): Promise<void> {
    await this.run({ name: 'begin', text: this.ownSession ? 'BEGIN' : beginWithLimits });
  }

  /** @throws Error when a statement had failed and the failure was swallowed: PostgreSQL then rolls back silently. */
  async commit(): Promise<void> {
    const { command } = await this.run({ name: 'commit', text: 'COMMIT' });
    if (command !== 'COMMIT') throw new Error('Nothing was committed: a statement of the transaction had failed');
    for (const then of this.onceCommitted) then();
  }

  /** Best effort: when it fails, the connection is dropped and the server rolls back by itself. */
  async rollback(): Promise<void> {
    if (this.spoiltBy) return;
    await this.run({ name: 'rollback', text: 'ROLLBACK' }).catch((error: Error) => {
      this.spoiltBy = error;
    });
  }

  /** Gives the connection back to the pool, which closes it if it is spoilt. */
  release(): void {
    this.client.off('error', this.onError);
    this.client.release(this.spoiltBy);
  }

  private async run({ name, text }: Statement, values: unknown[] = []) {
    if (this.spoiltBy) throw this.spoiltBy;
    // A name is prepared in one session of the server, and the next transaction may have another.
    const statement = this.ownSession ? { name, text } : { text };
    try {
      const query: QueryConfig & { query_timeout: number } = { ...statement, values, query_timeout: answerTimeoutMs };
      return await this.client.query(query);
    } catch (error) {
      if (spoilsConnection(error)) this.spoiltBy = error as Error;
      throw error;
    }
  }
}
