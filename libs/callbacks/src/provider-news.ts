import { createHash } from 'node:crypto';
import type { NewResult } from '@errand/activities';
import { isStorable, storableText } from '@errand/json';
import { type ProviderEvent, type Stage, STAGES } from '@errand/providers';
import type { DispatchConfig } from '@errand/tenants';
import type { ResultStatus } from '@errand/vocabulary';
import { isUUID } from 'class-validator';

/** An event as it is stored and applied: what it means is decided, and every text can be stored. */
export interface ProviderNews {
  id: string;
  activityId: string | null;
  providerActivityId: string | null;
  stage: Stage;
  /** ISO 8601, so that it is the same after it was stored. */
  occurredAt: string;
  status: ResultStatus;
  externalStatus: string;
  providerErrorCode: string | null;
  message: string | null;
  blocksContact: string | null;
  /** JSON. */
  raw: string | null;
  /** For the history. */
  actor: string;
}

/** A key of the index it is unique by holds no more. */
const maxIdLength = 200;
const maxTextLength = 2_000;

export function newsOf(event: ProviderEvent, { providerCode, settings }: DispatchConfig): ProviderNews {
  const { activityId, providerActivityId, stage, occurredAt } = event;
  return {
    id: shortId(event.id),
    activityId: isUUID(activityId) ? activityId : null,
    providerActivityId: providerActivityId ? clean(providerActivityId) : null,
    stage,
    occurredAt: occurredAt.toISOString(),
    status: statusOf(stage, settings.completeOn),
    externalStatus: clean(event.externalStatus),
    providerErrorCode: event.providerErrorCode === null ? null : clean(event.providerErrorCode),
    message: event.message === null ? null : clean(event.message),
    blocksContact: event.blocksContact === null ? null : clean(event.blocksContact),
    raw: event.raw === null || event.raw === undefined ? null : JSON.stringify(event.raw),
    actor: `provider:${providerCode}`,
  };
}

/** How far it is; each stage is said once, and none after one that is further. */
export function rankOf(stage: Stage): number {
  return STAGES.indexOf(stage);
}

/** @param completeOn the config's setting */
export function statusOf(stage: Stage, completeOn: unknown): ResultStatus {
  if (stage === 'FAILED') return 'NOT_EXECUTED';
  const completing = STAGES.find((one) => one.toLowerCase() === completeOn) ?? 'DELIVERED';
  return rankOf(stage) >= rankOf(completing) ? 'COMPLETED' : 'PENDING';
}

export function resultOf(news: ProviderNews, activityId: string, dispatchConfigId: string): NewResult {
  return {
    ...{ activityId, providerActivityId: news.providerActivityId, dispatchConfigId, commerceExternalId: null },
    ...{ occurredAt: new Date(news.occurredAt), status: news.status, externalStatus: news.externalStatus },
    ...{ hardOverride: false, rawPayload: news.raw, result: news.providerErrorCode, comment: news.message },
    ...{ contactType: null, operatorExternalId: null, futureScheduledAt: null, payload: null },
  };
}

function shortId(id: string): string {
  const isShort = id.length <= maxIdLength && isStorable(id);
  return isShort ? id : createHash('sha256').update(id).digest('hex');
}

function clean(text: string): string {
  return storableText(text.slice(0, maxTextLength));
}
