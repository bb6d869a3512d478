import { Clock, Database, idsTo, purgeInBatches } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { purgeDispatched, purgeFinished, someDispatched } from './sql/purge.sql';

const firstId = '00000000-0000-0000-0000-000000000000';
const batchSize = 500;

/** Removes what is old and waits for nothing more. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Removes the tenant's activities that finished more than `days` ago, and those that were sent and have not changed for so
   * long, batch by batch.
   * @returns how many
   */
  async purge(tenantId: string, days: number, signal: AbortSignal): Promise<number> {
    const before = this.clock.daysAgo(days);
    const finished = await purgeInBatches(this.database, purgeFinished, [tenantId, before], signal);
    return finished + (await this.purgeDispatched(tenantId, before, signal));
  }

  /**
   * Goes through all that were created long enough ago, from one to the next: what is kept of them is read once. They need no
   * index by their last change, which every send would have to write.
   */
  private async purgeDispatched(tenantId: string, before: Date, signal: AbortSignal): Promise<number> {
    let removed = 0;
    for (let after: string | undefined = firstId; after !== undefined && !signal.aborted;) {
      const values: unknown[] = [tenantId, after, idsTo(before), batchSize];
      const ids: string[] = (await this.database.query<{ id: string }>(someDispatched, values)).map(({ id }) => id);
      if (ids.length > 0) removed += (await this.database.query(purgeDispatched, [tenantId, before, ids])).length;
      after = ids.length === batchSize ? ids.at(-1) : undefined;
    }
    return removed;
  }
}
