import { type Clock, type Database, isStatementTimeout } from '@errand/database';
import { ErrandError } from '@errand/errors';

/** How long one list or search may take, all its statements together. */
const mostMs = 5_000;

/** The time that one list or search has, and its way to the database. */
export class ReadTime {
  private readonly endsAt: number;

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    this.endsAt = clock.after(mostMs).getTime();
  }

  /** @throws SEARCH_TOO_BROAD once the time is up */
  async query<Row>(text: string, values: unknown[]): Promise<Row[]> {
    try {
      const ms = this.endsAt - this.clock.now().getTime();
      return await this.database.queryWithin<Row>(ms, { name: '', text }, values);
    } catch (error) {
      if (!isStatementTimeout(error)) throw error;
      throw new ErrandError(
        'SEARCH_TOO_BROAD',
        'This took too long; add createdFrom and createdTo, or filter by what few have: commerceId, errorCode or status',
      );
    }
  }
}
