import type { ActivityEvent, ActivityView, ResultRow } from '@errand/activities';
import type { WebhookDelivery } from '@errand/webhooks';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ResultResponse } from '../results/result.response';
import { WebhookDeliveryResponse } from '../webhooks/webhook.response';
import { AttemptResponse, attemptsOf, StatusEventResponse, transitionsOf } from './history.response';

const KINDS = ['transition', 'attempt', 'result', 'webhook', 'link'] as const;
const RELATIONS = ['retryOf', 'redrivenAs', 'followUpOf', 'followUp'] as const;

export class TimelineLinkResponse {
  /** `retryOf` and `followUpOf`: what it came from; `redrivenAs` and `followUp`: what came from it. */
  @ApiProperty({ enum: RELATIONS })
  relation: (typeof RELATIONS)[number];
  @ApiProperty({ format: 'uuid' })
  activityId: string;
}

/** Something that happened to an activity; the member that `kind` names says what. */
export class TimelineEntryResponse {
  /** When it happened: an attempt when it began, a webhook when its last attempt began, or the event if there was none. */
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ enum: KINDS })
  kind: (typeof KINDS)[number];
  @ApiPropertyOptional()
  transition?: StatusEventResponse;
  @ApiPropertyOptional()
  attempt?: AttemptResponse;
  @ApiPropertyOptional()
  result?: ResultResponse;
  @ApiPropertyOptional()
  webhook?: WebhookDeliveryResponse;
  @ApiPropertyOptional()
  link?: TimelineLinkResponse;
}

/** What an activity's timeline is made of. */
export interface TimelineSources {
  activity: ActivityView;
  /** Oldest first. */
  events: ActivityEvent[];
  results: ResultRow[];
  deliveries: WebhookDelivery[];
  /** The activity that repeats it, if one does. */
  copy: ActivityView | undefined;
}

/** All of it in one list, oldest first; what happened in the same millisecond in the order of cause and effect. */
export function timelineOf({ activity, events, results, deliveries, copy }: TimelineSources): TimelineEntryResponse[] {
  const createdAt = activity.created_at.toISOString();
  const entries = [
    ...link('retryOf', activity.retry_of, createdAt),
    ...link('followUpOf', activity.follow_up_of, createdAt),
    ...events.flatMap(entriesOf),
  ];
  for (const row of results) putBeforeItsTransition(entries, ResultResponse.of(row));
  for (const delivery of deliveries) {
    const at = (delivery.lastAttemptAt ?? delivery.occurredAt).toISOString();
    entries.push({ at, kind: 'webhook', webhook: WebhookDeliveryResponse.of(delivery) });
  }
  for (const { follow_up_activity_id: id, created_at } of results) {
    entries.push(...link('followUp', id, created_at.toISOString()));
  }
  entries.push(...link('redrivenAs', copy?.id ?? null, copy?.created_at.toISOString() ?? createdAt));
  return entries.sort((one, other) => (one.at === other.at ? 0 : one.at < other.at ? -1 : 1));
}

/** An attempt, and the transition that it caused. */
function entriesOf(event: ActivityEvent): TimelineEntryResponse[] {
  return [
    ...attemptsOf([event]).map((attempt) => ({ at: attempt.startedAt, kind: 'attempt' as const, attempt })),
    ...transitionsOf([event]).map((transition) => {
      return { at: transition.occurredAt, kind: 'transition' as const, transition };
    }),
  ];
}

/** What a result causes comes in the same statement or, while a call is running, after that; never before the result. */
function putBeforeItsTransition(entries: TimelineEntryResponse[], result: ResultResponse): void {
  const at = result.createdAt;
  const effect = entries.findIndex(({ transition }) => {
    return transition && transition.fromStatus !== null && transition.attempt === null && transition.occurredAt >= at;
  });
  entries.splice(effect === -1 ? entries.length : effect, 0, { at, kind: 'result', result });
}

function link(relation: TimelineLinkResponse['relation'], id: string | null, at: string): TimelineEntryResponse[] {
  return id === null ? [] : [{ at, kind: 'link', link: { relation, activityId: id } }];
}
