import { Notifications, reasonOf } from '@errand/database';
import { ErrandError } from '@errand/errors';
import { CallSlots } from '@errand/outbound';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { CONFIG_CHANNEL, TENANTS_CHANNEL } from '@errand/tenants';
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Counter, Gauge } from 'prom-client';
import { type Follower, type Snapshot, TopicPoller } from './topic-poller';
import { TopicReader, versionOf } from './topic-reader.service';
import type { Topic, TopicKind, View } from './topic';

/** However much is followed, no more connections to the database are taken from requests; of one tenant fewer. */
const mostReadsAtOnce = 3;
const mostReadsOfOne = 2;

/** What somebody follows, each read once for all who see the same of it. */
@Injectable()
export class Topics implements OnApplicationBootstrap {
  /** How long after one reading the next is, ms. Tests set their own. */
  readonly everyMs: Record<TopicKind, number> = { overview: 3000, configs: 3000, activity: 1000 };

  private readonly pollers = new Map<string, { tenantId: string; poller: TopicPoller }>();
  private readonly reads: Counter<'topic' | 'outcome'>;
  private readonly slots = new CallSlots(mostReadsAtOnce, mostReadsOfOne);

  constructor(
    private readonly reader: TopicReader,
    private readonly notifications: Notifications,
    { registry }: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.reads = new Counter({
      name: 'errand_console_topic_reads_total',
      help: 'Times that what consoles follow was read, by topic (overview, configs, activity) and outcome (changed, same, failed)',
      labelNames: ['topic', 'outcome'],
      registers: [registry],
    });
    const { pollers } = this;
    new Gauge({
      name: 'errand_console_topics',
      help: 'What consoles follow in this process: each is read once for all who see the same of it',
      registers: [registry],
      collect() {
        this.set(pollers.size);
      },
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    const wake = (tenantId: string) => {
      // After all others have heard it, so that nothing is read from what they remember.
      setImmediate(() => {
        for (const { tenantId: of, poller } of this.pollers.values()) if (['', of].includes(tenantId)) poller.wake();
      });
    };
    await Promise.all([CONFIG_CHANNEL, TENANTS_CHANNEL].map((channel) => this.notifications.listen(channel, wake)));
  }

  /** @returns what reads it; until `leave` is called with it `follower` is offered what that reads */
  follow(topic: Topic, view: View, follower: Follower): TopicPoller {
    const key = keyOf(topic, view);
    const known = this.pollers.get(key);
    const poller = known?.poller ?? this.pollerOf(topic, view);
    if (!known) this.pollers.set(key, { tenantId: view.tenantId, poller });
    poller.join(follower);
    return poller;
  }

  leave(poller: TopicPoller, view: View, follower: Follower): void {
    const key = keyOf(poller.topic, view);
    const isLast = !poller.leave(follower);
    if (isLast && this.pollers.get(key)?.poller === poller) this.pollers.delete(key);
  }

  private pollerOf(topic: Topic, view: View): TopicPoller {
    let isFailing = false;
    const poller = new TopicPoller(topic, this.everyMs[topic.kind], async () => {
      try {
        const text = await this.inTurn(view.tenantId, () => this.reader.read(topic, view));
        const snapshot: Snapshot = { version: versionOf(text), text };
        const outcome = snapshot.version === poller.newest?.version ? 'same' : 'changed';
        this.reads.inc({ topic: topic.kind, outcome });
        isFailing = false;
        return snapshot;
      } catch (error) {
        this.reads.inc({ topic: topic.kind, outcome: 'failed' });
        if (!isFailing && !(error instanceof ErrandError)) {
          const { tenantId } = view;
          this.logger.warn({ reason: reasonOf(error), tenantId, topic: topic.name }, 'a topic cannot be read');
        }
        isFailing = true;
        throw error;
      }
    });
    return poller;
  }

  /** Tenants take turns: one who follows a lot keeps no other waiting. */
  private async inTurn<R>(tenantId: string, read: () => Promise<R>): Promise<R> {
    await this.slots.take(tenantId);
    try {
      return await read();
    } finally {
      this.slots.release(tenantId);
    }
  }
}

function keyOf({ name }: Topic, { tenantId, scope, isWhole }: View): string {
  return JSON.stringify([tenantId, name, scope.channels, scope.dispatchConfigIds, isWhole]);
}
