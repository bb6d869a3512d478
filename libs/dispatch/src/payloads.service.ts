import { References } from '@errand/activities';
import { notFound } from '@errand/errors';
import type { ActivityPayload } from '@errand/providers';
import { Injectable } from '@nestjs/common';
import { payloadOf } from './payload';

/** What a provider would be told of an activity now. */
@Injectable()
export class Payloads {
  constructor(private readonly references: References) {}

  /** Payload v1, as far as what it needs was found; `attempt` is the last one, or 1. @throws NOT_FOUND */
  async of(tenantId: string, activityId: string): Promise<ActivityPayload> {
    const activity = await this.references.asClaimed(tenantId, activityId);
    if (!activity) throw notFound('Activity', activityId);
    const [referred] = await this.references.of(tenantId, [activity]);
    const attempt = Math.max(1, activity.dispatch_attempt_count);
    return payloadOf({
      ...activity,
      dispatch_attempt_count: attempt,
      referred: referred as NonNullable<typeof referred>,
    });
  }
}
