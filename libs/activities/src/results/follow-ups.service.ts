import type { Queryable } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Copies } from '../copies.service';
import { followUp, followUpKeyPrefix } from '../sql/copy.sql';
import { findFollowUpType, linkFollowUp } from '../sql/follow-up.sql';
import type { ResultRow } from '../sql/results.sql';

/** Makes the activities that results ask for. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly copies: Copies,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes the follow-up of a result that has a future time and an active type that makes follow-ups, and links the
   * two. An activity has one follow-up: a result that replaces another gets the one that is there, as it is.
   * @returns its id; null when the result asks for none
   */
  async createFor(tx: Queryable, tenantId: string, result: ResultRow, actor: string): Promise<string | null> {
    const { activity_id: followed, result: typeCode, future_scheduled_at: scheduledAt } = result;
    if (followed === null || typeCode === null || scheduledAt === null) return null;
    const [type] = await tx.query(findFollowUpType, [tenantId, typeCode]);
    if (!type) return null;
    await this.copies.make(tx, followUp, tenantId, [{ id: followed, dueAt: scheduledAt }], actor);
    const key = followUpKeyPrefix + followed;
    const [linked] = await tx.query<{ id: string }>(linkFollowUp, [tenantId, result.id, key, followed]);
    if (!linked) {
      this.logger.warn({ tenantId, resultId: result.id, key }, 'no follow-up: its idempotency key is in use');
      return null;
    }
    return linked.id;
  }
}
