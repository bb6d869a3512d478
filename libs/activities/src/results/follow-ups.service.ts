import type { Queryable } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Creation } from '../creation.service';
import type { NewActivity } from '../new-activity';
import { inputOf } from '../resolution/attribute-resolution';
import { findFollowed, type FollowedActivity, linkFollowUp } from '../sql/follow-up.sql';
import type { ResultRow } from '../sql/results.sql';

export interface FollowUp {
  id: string;
  /** Wakes the dispatchers; to be called once the transaction is committed. */
  announce(this: void): void;
}

/** Makes the activities that results ask for. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly creation: Creation,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /**
   * Makes the follow-up of a result that has a future time and an active type that makes follow-ups, and links the
   * two. An activity has one follow-up: a result that replaces another gets the one that is there, as it is.
   * @returns null when the result asks for none
   */
  async createFor(tx: Queryable, tenantId: string, result: ResultRow, actor: string): Promise<FollowUp | null> {
    const { activity_id: followed, result: typeCode, future_scheduled_at: scheduledAt } = result;
    if (followed === null || typeCode === null || scheduledAt === null) return null;
    const [original] = await tx.query<FollowedActivity>(findFollowed, [tenantId, followed, typeCode]);
    if (!original) return null;
    const activity = followUpOf(followed, original, scheduledAt);
    const { results, announce } = await this.creation.createIn(tx, tenantId, [activity], actor);
    const [linked] = await tx.query<{ id: string }>(linkFollowUp, [
      tenantId,
      result.id,
      activity.idempotencyKey,
      followed,
    ]);
    if (linked) return { id: linked.id, announce };
    this.logger.warn({ tenantId, resultId: result.id, creation: results[0] }, 'no follow-up could be made');
    return null;
  }
}

function followUpOf(id: string, original: FollowedActivity, scheduledAt: Date): NewActivity {
  return {
    type: original.type,
    channel: original.channel,
    reason: original.reason,
    // Names the original, so that whatever is repeated makes one.
    idempotencyKey: `follow-up:${id}`,
    scheduledAt,
    // Only an action may be without a store.
    origin: original.commerce_id === null ? 'ACTION' : 'API',
    pinnedConfigId: original.pinned_config_id,
    followUpOf: id,
    commerceId: original.commerce_id,
    assignmentReason: original.assignment_reason,
    assignedRouteId: original.route_id,
    assignedOperatorId: original.operator_id,
    suggestedExecutionTime: original.suggested_execution_time,
    userStatus: original.user_status,
    score: original.score,
    targetCriteria: original.target_criteria,
    attributes: original.attributes.map(inputOf),
    metadata: original.metadata,
  };
}
