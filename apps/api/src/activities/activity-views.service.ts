import { ActivityReader } from '@errand/activities';
import { ChosenConfigs, Waiting } from '@errand/dispatch';
import type { Scope } from '@errand/vocabulary';
import { Deliveries } from '@errand/webhooks';
import { Injectable } from '@nestjs/common';
import { isBound } from '../access/scope-check';
import { ActivityDetailResponse } from './activity.response';
import { type TimelineItemResponse, timelineOf } from './timeline.response';

/** Of results, webhooks and links each. An activity has few, but a client may report without end. */
const mostOfAKind = 1000;

/** What is told of one activity, to who asks once and to who follows it. */
@Injectable()
export class ActivityViews {
  constructor(
    private readonly reader: ActivityReader,
    private readonly waiting: Waiting,
    private readonly chosen: ChosenConfigs,
    private readonly deliveries: Deliveries,
  ) {}

  /**
   * @param isWhole whether addresses of people are shown as they are
   * @throws ErrandError NOT_FOUND
   */
  async detail(tenantId: string, id: string, isWhole: boolean): Promise<ActivityDetailResponse> {
    const view = await this.reader.get(tenantId, id);
    const waiting = await this.waiting.of(tenantId, [view]);
    const chosen = await this.chosen.ofActivity(tenantId, view);
    return ActivityDetailResponse.with(view, waiting.get(id) ?? null, chosen, isWhole);
  }

  /**
   * All that happened to it, oldest first.
   * @param isWhole whether what was sent to people is shown
   * @throws ErrandError NOT_FOUND
   */
  async timeline(tenantId: string, id: string, scope: Scope, isWhole: boolean): Promise<TimelineItemResponse[]> {
    const events = await this.reader.events(tenantId, id);
    const slice = { before: undefined, offset: 0, limit: mostOfAKind };
    const results = (await this.reader.results(tenantId, { activityId: id }, slice)).reverse();
    const deliveries = isBound(scope) ? [] : await this.deliveries.ofSubject(tenantId, id, mostOfAKind);
    const links = await this.reader.links(tenantId, id, mostOfAKind);
    return timelineOf({ events, results, deliveries, links }, isWhole);
  }
}
