import { createHash } from 'node:crypto';
import { Clock } from '@errand/database';
import { notFound } from '@errand/errors';
import { writeJson } from '@errand/json';
import { Injectable } from '@nestjs/common';
import { isBound, ScopeCheck } from '../access/scope-check';
import { ActivityViews } from '../activities/activity-views.service';
import { ConfigsHealth } from '../dispatch-configs/config-health';
import { HEALTH_WINDOWS } from '../dispatch-configs/config-health.request';
import { ConfigHealthResponse } from '../dispatch-configs/config-health.response';
import { wholeList } from '../lists/page.response';
import { Overview } from '../statistics/overview.service';
import type { Topic, View } from './topic';

const dayMs = 86_400_000;

/** Reads a topic as its own endpoint answers it. */
@Injectable()
export class TopicReader {
  constructor(
    private readonly clock: Clock,
    private readonly overviews: Overview,
    private readonly health: ConfigsHealth,
    private readonly activities: ActivityViews,
    private readonly scopes: ScopeCheck,
  ) {}

  /** @returns JSON in one line @throws ErrandError NOT_FOUND for an activity that is not there or out of reach */
  async read(topic: Topic, view: View): Promise<string> {
    return writeJson(await this.answer(topic, view));
  }

  private async answer({ kind, id }: Topic, view: View): Promise<unknown> {
    const { tenantId, scope } = view;
    switch (kind) {
      case 'overview': {
        const now = this.clock.now();
        return this.overviews.of(tenantId, new Date(now.getTime() - dayMs), now);
      }
      case 'configs': {
        const all = await this.health.of(tenantId, scope, HEALTH_WINDOWS['1h']);
        return wholeList(all.map(ConfigHealthResponse.of));
      }
      case 'activity':
        return this.activity(id, view);
    }
  }

  /** A timeline grows without a change of its activity: by results and by what webhooks were told. */
  private async activity(id: string, { tenantId, scope, isWhole }: View): Promise<unknown> {
    if (isBound(scope) && !(await this.scopes.hasActivity(tenantId, id, scope))) throw notFound('Activity', id);
    const detail = await this.activities.detail(tenantId, id, isWhole);
    const timeline = await this.activities.timeline(tenantId, id, scope, isWhole);
    return { ...detail, timelineVersion: versionOf(writeJson(timeline)) };
  }
}

/** The same for the same text, and another for any other. */
export function versionOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 16);
}
