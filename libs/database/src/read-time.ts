import type { Clock } from './clock';
import type { Database } from './database';
import { isStatementTimeout } from './sql-errors';

/** How long one list or search may take, all its statements together. */
const mostMs = 5_000;

/** The time that one list or search has, and its way to the database. */
export class ReadTime {
  private readonly endsAt: number;

  /** @param tooLong what is thrown once the time is up */
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly tooLong: () => Error,
  ) {
    this.endsAt = clock.after(mostMs).getTime();
  }

  async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      const ms = this.endsAt - this.clock.now().getTime();
      return await this.database.queryWithin<Row>(ms, { name: '', text }, values);
    } catch (error) {
      throw isStatementTimeout(error) ? this.tooLong() : error;
    }
  }
}
