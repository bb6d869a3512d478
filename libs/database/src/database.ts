import { SETTINGS, type Settings } from '@errand/config';
import { Inject, Injectable } from '@nestjs/common';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { hasOwnSession } from './connecting';
import { Connection } from './connection';
import { Reachability } from './reachability';
import { isReadingFromReplica } from './reading';
import { isRefusal, isUnreachable } from './sql-errors';
import type { Queryable, Statement } from './statement';

/** Whoever uses the connection learns of its end by the next statement. */
const unheard = () => undefined;

/**
 * Lets no end of a connection go unheard, which would end the process.
 * @param told of the end of an idle connection
 */
export function hearEnds(pool: Pool, told: (error: Error) => void): void {
  // The pool stops listening when it hands a connection out, a moment before the one who asked can listen: an end
  // of the connection can arrive with its last answer.
  pool.on('acquire', (client) => client.off('error', unheard).on('error', unheard));
  pool.on('error', told);
}

/** The one door for hand-written SQL, on the same pool that TypeORM uses. */
@Injectable()
export class Database implements Queryable {
  readonly pool: Pool;

  private readonly ownSession: boolean;

  constructor(
    dataSource: DataSource,
    private readonly reachability: Reachability,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.ownSession = hasOwnSession(settings);
    this.pool = (dataSource.driver as PostgresDriver).master as Pool;
    hearEnds(this.pool, (error) => reachability.doubt(error, 'databaseUrl'));
  }

  async query<Row>(statement: Statement, values?: unknown[]): Promise<Row[]> {
    return this.withConnection((connection) => connection.query<Row>(statement, values));
  }

  /**
   * One statement that may take less time than others. Within a transaction, so that the limit ends with it.
   * @throws what {@link isStatementTimeout} knows, after `ms`
   */
  async queryWithin<Row>(ms: number, statement: Statement, values?: unknown[]): Promise<Row[]> {
    return this.transaction(async (tx) => {
      await tx.query({ name: '', text: `SET LOCAL statement_timeout = ${Math.max(1, Math.ceil(ms))}` });
      return tx.query<Row>(statement, values);
    });
  }

  afterCommit(then: () => void): void {
    then();
  }

  /**
   * Runs `work` in one transaction on one connection: committed when it returns, rolled back when it throws.
   * Never runs it twice. When the commit itself loses its connection, whether it took effect is unknown.
   */
  async transaction<R>(work: (tx: Queryable) => Promise<R>): Promise<R> {
    return this.withConnection(async (connection) => {
      await connection.begin();
      try {
        const result = await work(connection);
        await connection.commit();
        return result;
      } catch (error) {
        await connection.rollback();
        throw error;
      }
    });
  }

  /** Whether PostgreSQL answers. */
  async isReady(): Promise<boolean> {
    try {
      await this.query({ name: 'is_ready', text: 'SELECT 1' });
      return true;
    } catch {
      return false;
    }
  }

  private async withConnection<R>(work: (connection: Connection) => Promise<R>): Promise<R> {
    try {
      const connection = new Connection(await this.pool.connect(), this.ownSession);
      try {
        return await work(connection);
      } finally {
        connection.release();
      }
    } catch (error) {
      const way = isReadingFromReplica() ? 'databaseReplicaUrl' : 'databaseUrl';
      if (isUnreachable(error) || isRefusal(error)) this.reachability.doubt(error, way);
      throw error;
    }
  }
}
