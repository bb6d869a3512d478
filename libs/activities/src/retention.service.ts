import { Clock, Database, purgeInBatches } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { purgeFinished } from './sql/purge.sql';

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
    return purgeInBatches(this.database, purgeFinished, [tenantId, this.clock.daysAgo(days)], signal);
  }
}
