import type { ActivityEvent, ActivityLink, ResultRow } from '@errand/activities';
import type { WebhookDelivery } from '@errand/webhooks';
import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ResultResponse } from '../results/result.response';
import { WebhookDeliveryResponse } from '../webhooks/webhook.response';
import { AttemptResponse, attemptsOf, StatusEventResponse, transitionsOf } from './history.response';

export class ActivityLinkResponse {
  /** What the other activity is to this one. */
  @ApiProperty({ enum: ['retryOf', 'redrivenAs', 'followUpOf', 'followUp'] })
  relation: ActivityLink['relation'];
  @ApiProperty({ format: 'uuid' })
  activityId: string;
}

/** One thing that happened to an activity. It has the one field of its kind. */
export class TimelineItemResponse {
  /**
   * When a transition was made, an attempt began, a result came in, an event came up that a webhook is told of, or the later
   * of two linked activities was created.
   */
  @ApiProperty({ format: 'date-time' })
  at: string;
  @ApiProperty({ enum: ['transition', 'attempt', 'result', 'webhook', 'link'] })
  kind: 'transition' | 'attempt' | 'result' | 'webhook' | 'link';
  @ApiPropertyOptional()
  transition?: StatusEventResponse;
  @ApiPropertyOptional()
  attempt?: AttemptResponse;
  @ApiPropertyOptional()
  result?: ResultResponse;
  @ApiPropertyOptional()
  webhook?: WebhookDeliveryResponse;
  @ApiPropertyOptional()
  link?: ActivityLinkResponse;
}

/** What a timeline is made of, each oldest first. */
export interface TimelineParts {
  events: ActivityEvent[];
  results: ResultRow[];
  deliveries: WebhookDelivery[];
  links: ActivityLink[];
}

/**
 * All of it by its time. It is put together as one thing leads to the next, and the sort keeps that order of what has one
 * time: it comes from another activity, is created, hears of results, is tried and moves on by that, webhooks are told, and
 * other activities come from it.
 * @param isWhole whether the caller is shown addresses
 */
export function timelineOf(
  { events, results, deliveries, links }: TimelineParts,
  isWhole: boolean,
): TimelineItemResponse[] {
  const [created = [], ...later] = events.map((event) => [
    ...attemptsOf([event], isWhole).map((attempt) => itemOf('attempt', attempt.startedAt, attempt)),
    ...transitionsOf([event]).map((transition) => itemOf('transition', transition.occurredAt, transition)),
  ]);
  const isSource = ({ relation }: ActivityLink) => relation === 'retryOf' || relation === 'followUpOf';
  const ofLink = ({ relation, activity_id, at }: ActivityLink) =>
    itemOf('link', at.toISOString(), { relation, activityId: activity_id });
  const items = [
    ...links.filter(isSource).map(ofLink),
    ...created,
    ...results.map((row) => itemOf('result', row.created_at.toISOString(), ResultResponse.of(row))),
    ...later.flat(),
    ...deliveries.map((row) => itemOf('webhook', row.occurredAt.toISOString(), WebhookDeliveryResponse.of(row))),
    ...links.filter((link) => !isSource(link)).map(ofLink),
  ];
  return items.sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
}

function itemOf<Kind extends TimelineItemResponse['kind']>(
  kind: Kind,
  at: string,
  what: NonNullable<TimelineItemResponse[Kind]>,
): TimelineItemResponse {
  return { at, kind, [kind]: what };
}
