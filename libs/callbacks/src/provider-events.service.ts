import { ActivityReader, type ActivityState, Results } from '@errand/activities';
import { Clock, Database, isBadData, purgeInBatches, type Queryable } from '@errand/database';
import { ErrandError, type ErrorCode } from '@errand/errors';
import { BlockedContacts } from '@errand/master-data';
import type { ProviderEvent, Stage } from '@errand/providers';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { DispatchConfig } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';
import { newsOf, type ProviderNews, rankOf, resultOf } from './provider-news';
import {
  findArrived,
  findSentBy,
  findWaiting,
  insertEvent,
  keepRecipient,
  purgeOfNone,
  readStages,
  takeWaiting,
  unlinkEvent,
  type WaitingEvent,
} from './sql/provider-events.sql';

/** Where an activity is at its provider. */
interface ProviderPlace {
  dispatch_config_id: string | null;
  provider_activity_id: string | null;
}

/** What an event that comes too late or too early is refused with as a result; the provider has nothing to do about it. */
const swallowed: ErrorCode[] = ['NOT_DISPATCHED', 'RESULT_ALREADY_FINAL', 'INVALID_TRANSITION'];

/** What is of no activity is kept for so long: to know it again, and because the activity may get its id yet. */
const daysOfNone = 1;
const sweepBatch = 500;

/**
 * What providers tell of activities. Each event counts once: it is stored in the transaction in which it has its
 * effect. The lock on the activity puts those that come at once one after the other.
 */
@Injectable()
export class ProviderEvents {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly results: Results,
    private readonly reader: ActivityReader,
    private readonly blockedContacts: BlockedContacts,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Stores what a provider tells, and applies it to the activity it is of, if there is one. Again it does nothing. */
  async take(config: DispatchConfig, event: ProviderEvent): Promise<void> {
    const { tenantId, id: dispatchConfigId } = config;
    const news = readable(() => newsOf(event, config));
    try {
      if (news instanceof Error) throw news;
      const waits = await this.database.transaction((tx) => this.takeIn(tx, config, news, event.mayBeOfOthers));
      // Whoever stores the id at this moment did not see the event, which in turn did not see the id.
      if (waits) await this.applyWaiting(tenantId, [{ dispatch_config_id: config.id, provider_activity_id: waits }]);
    } catch (error) {
      if (error !== news && !isBadData(error)) throw error;
      this.logger.warn({ err: error, tenantId, dispatchConfigId }, 'what a provider told cannot be stored');
    }
  }

  /**
   * Applies what was told of these before their ids were stored.
   * @param places of activities of the tenant, whose ids are stored by now
   */
  async applyWaiting(tenantId: string, places: readonly ProviderPlace[]): Promise<void> {
    const known = places.filter((place) => place.dispatch_config_id !== null && place.provider_activity_id !== null);
    if (known.length === 0) return;
    const values = [
      tenantId,
      [...new Set(known.map((place) => place.dispatch_config_id))],
      known.map((place) => place.provider_activity_id),
    ];
    await this.applyEach(tenantId, await this.database.query<WaitingEvent>(findWaiting, values));
  }

  /** Applies what a crash has left waiting, and removes what is of no activity and old. @returns how many are removed */
  async sweep(tenantId: string, signal: AbortSignal): Promise<number> {
    await this.applyEach(
      tenantId,
      await this.database.query<WaitingEvent>(findArrived, [tenantId, sweepBatch]),
      signal,
    );
    return purgeInBatches(this.database, purgeOfNone, [tenantId, this.clock.daysAgo(daysOfNone)], signal);
  }

  /** @returns the id of the provider's that it waits for, if it does */
  private async takeIn(
    tx: Queryable,
    config: DispatchConfig,
    news: ProviderNews,
    mayBeOfOthers = false,
  ): Promise<string | undefined> {
    const { tenantId, id: configId } = config;
    const named = await this.activityOf(tx, config, news);
    if (!named && mayBeOfOthers) return undefined;
    const activity = named && isOfItsSend(named, news) ? named : null;
    const waitsFor = activity ? null : news.providerActivityId;
    const [isNew] = await tx.query(insertEvent, [
      ...[tenantId, configId, news.id, activity?.id ?? null, news.providerActivityId, news.stage],
      ...[news.occurredAt, this.clock.now(), waitsFor === null ? null : JSON.stringify(news)],
    ]);
    if (!isNew) return undefined;
    if (named) await this.block(tx, tenantId, named.id, news);
    if (activity) await this.apply(tx, tenantId, configId, activity, news);
    return waitsFor ?? undefined;
  }

  /** The activity that it is of, locked: sent by this config and no other. */
  private async activityOf(tx: Queryable, config: DispatchConfig, news: ProviderNews): Promise<ActivityState | null> {
    const { tenantId, id: configId, channel } = config;
    const { activityId, providerActivityId } = news;
    if (activityId !== null) {
      const [sent] = await tx.query(findSentBy, [tenantId, activityId, configId, channel]);
      if (sent) return this.lock(tx, tenantId, configId, { activityId, providerActivityId: null });
    }
    if (providerActivityId === null) return null;
    return this.lock(tx, tenantId, configId, { activityId: null, providerActivityId }).catch(noneOfSeveral);
  }

  /** @throws AMBIGUOUS_PROVIDER_ID */
  private async lock(
    tx: Queryable,
    tenantId: string,
    dispatchConfigId: string,
    ids: Pick<ProviderNews, 'activityId' | 'providerActivityId'>,
  ): Promise<ActivityState | null> {
    return this.results.lock(tx, tenantId, { ...ids, dispatchConfigId, commerceExternalId: null });
  }

  private async apply(
    tx: Queryable,
    tenantId: string,
    configId: string,
    activity: ActivityState,
    news: ProviderNews,
  ): Promise<void> {
    const told = await tx.query<{ stage: Stage }>(readStages, [tenantId, activity.id, configId, news.id]);
    if (told.some(({ stage }) => rankOf(stage) >= rankOf(news.stage))) return;
    try {
      await this.results.submitFor(tx, tenantId, activity, resultOf(news, activity.id, configId), news.actor);
    } catch (error) {
      if (!(error instanceof ErrandError && swallowed.includes(error.code))) throw error;
      // It was not sent yet: what is told of the send to come must not be behind this.
      if (error.code === 'NOT_DISPATCHED') await tx.query(unlinkEvent, [tenantId, configId, news.id]);
    }
  }

  /** Late news of that counts too, whatever has become of the activity. */
  private async block(tx: Queryable, tenantId: string, activityId: string, news: ProviderNews): Promise<void> {
    const { blocksContact: reason, providerErrorCode } = news;
    if (reason === null) return;
    const recipient = await this.reader.recipientOf(tx, tenantId, activityId);
    if (recipient === null) return;
    // Or the next such event would find the person's next address.
    await tx.query(keepRecipient, [tenantId, activityId, JSON.stringify(recipient)]);
    const block = { tenantId, activityId, recipient, reason, providerErrorCode, at: this.clock.now() };
    await this.blockedContacts.block(tx, block);
  }

  /** Each by itself: one that fails keeps no other from being applied, and the next sweep tries it again. */
  private async applyEach(tenantId: string, waiting: WaitingEvent[], signal?: AbortSignal): Promise<void> {
    for (const { dispatch_config_id: configId, waiting: news } of waiting) {
      if (signal?.aborted) return;
      try {
        await this.database.transaction((tx) => this.applyOne(tx, tenantId, configId, news));
      } catch (error) {
        this.logger.warn(
          { err: error, tenantId, dispatchConfigId: configId },
          'an event not applied; it is tried again',
        );
      }
    }
  }

  private async applyOne(tx: Queryable, tenantId: string, configId: string, news: ProviderNews): Promise<void> {
    const { providerActivityId } = news;
    const locking = this.lock(tx, tenantId, configId, { activityId: null, providerActivityId });
    const activity = await locking.catch(async (error: unknown) => {
      const none = noneOfSeveral(error);
      // Nor will it be of one of them later.
      await tx.query(takeWaiting, [tenantId, configId, news.id, none]);
      return none;
    });
    if (!activity) return;
    const [taken] = await tx.query(takeWaiting, [tenantId, configId, news.id, activity.id]);
    if (!taken) return;
    await this.block(tx, tenantId, activity.id, news);
    await this.apply(tx, tenantId, configId, activity, news);
  }
}

/**
 * Whether news that name an activity are of the send that it goes by. A call whose answer was lost may have sent too: that
 * this one arrived is good news, that it failed says nothing of the other. While a call is under way its id is not known:
 * its failure waits for that.
 */
function isOfItsSend(activity: ActivityState, { stage, providerActivityId }: ProviderNews): boolean {
  const { provider_activity_id: ownId, lease_token: lease, dispatch_attempt_count: sends } = activity;
  if (stage !== 'FAILED' || providerActivityId === null || sends <= 1) return true;
  return ownId === null ? lease === null : ownId === providerActivityId;
}

/** Where a provider's id is of several activities, none of them can be meant. */
function noneOfSeveral(error: unknown): null {
  if (error instanceof ErrandError && error.code === 'AMBIGUOUS_PROVIDER_ID') return null;
  throw error;
}

/** @returns the error with which an event is no event */
function readable<T>(read: () => T): T | Error {
  try {
    return read();
  } catch (error) {
    return error as Error;
  }
}
