import { type ActivityView, type Lane, laneKey, laneOf, Queues, type WaitingFilter } from '@errand/activities';
import { Clock } from '@errand/database';
import { Injectable } from '@nestjs/common';
import { Admission, type NotNow } from './admission/admission.service';
import { type WaitingFor, waitingFor, type WaitingReason } from './waiting-for';

/** Tells what READY activities wait for; each lane is looked at once, however many of them are in it. */
@Injectable()
export class Waiting {
  constructor(
    private readonly queues: Queues,
    private readonly admission: Admission,
    private readonly clock: Clock,
  ) {}

  /** By the ids of those that are READY. */
  async of(tenantId: string, activities: ActivityView[]): Promise<Map<string, WaitingFor>> {
    const ready = activities.filter(({ status }) => status === 'READY');
    const reasons = await this.reasonsOf(ready.map((activity) => laneOf(tenantId, activity)));
    const now = this.clock.now();
    return new Map(
      ready.map((activity) => {
        const notNow = reasons.get(laneKey(laneOf(tenantId, activity))) ?? null;
        return [activity.id, waitingFor(activity, notNow, now)];
      }),
    );
  }

  /** What finds the activities that wait for any of these. */
  async filter(tenantId: string, wanted: readonly WaitingReason[]): Promise<WaitingFilter> {
    const own = (['IN_FLIGHT', 'SCHEDULE', 'RETRY'] as const).filter((reason) => wanted.includes(reason));
    const now = this.clock.now();
    if (own.length === new Set(wanted).size) return { now, own, lanes: [] };
    const lanes = await this.queues.dueLanes(tenantId);
    const reasons = await this.reasonsOf(lanes);
    const wants = (lane: Lane) => wanted.includes(reasons.get(laneKey(lane))?.reason ?? 'QUEUE');
    const columns = lanes
      .filter(wants)
      .map(({ channel, pinnedConfigId }) => ({ channel, pinned_config_id: pinnedConfigId }));
    return { now, own, lanes: columns };
  }

  private async reasonsOf(lanes: Lane[]): Promise<Map<string, NotNow | null>> {
    const distinct = new Map(lanes.map((lane) => [laneKey(lane), lane]));
    const reasons = new Map<string, NotNow | null>();
    for (const [key, lane] of distinct) reasons.set(key, await this.admission.whyNotNow(lane));
    return reasons;
  }
}
