import { Clock, Database } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { purgeFinished } from './sql/purge.sql';

/** Small, so that no statement holds its locks for long and replicas keep up. */
const batchSize = 500;
const dayMs = 86_400_000;

/** Removes what is finished and old. */
@Injectable()
export class Retention {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Removes the tenant's activities that finished more than `days` ago, batch by batch.
   * @returns how many
   */
  async purge(tenantId: string, days: number, signal: AbortSignal): Promise<number> {
    const before = new Date(this.clock.now().getTime() - days * dayMs);
    let removed = 0;
    for (let batch = batchSize; batch === batchSize && !signal.aborted; removed += batch) {
      batch = (await this.database.query(purgeFinished, [tenantId, before, batchSize])).length;
    }
    return removed;
  }
}
