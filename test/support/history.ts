import type { ActivityStatus } from '@errand/vocabulary';
import { UNCOUNTED_TRIGGERS } from '../../libs/activities/src/sql/settle.sql';
import { isFinal, transitions } from '../../libs/activities/src/status';

/** What of an activity's row and events its history is judged by. */
export interface RecordedActivity {
  id: string;
  status: ActivityStatus;
  lease_token: string | null;
  next_attempt_at: Date | null;
  dispatch_attempt_count: number;
  /** Oldest first. */
  events: RecordedEvent[];
}

interface RecordedEvent {
  trigger: string;
  from: ActivityStatus | null;
  to: ActivityStatus | null;
  attempt: number | null;
  code: string | null;
}

/** All activities of a tenant ($1) with their events. */
export const readRecords = `
  SELECT a.id, a.status, a.lease_token, a.next_attempt_at, a.dispatch_attempt_count, COALESCE((
    SELECT json_agg(json_build_object('trigger', e.trigger, 'from', e.from_status, 'to', e.to_status,
      'attempt', e.attempt, 'code', e.error_code) ORDER BY e.id)
    FROM activity_events e WHERE e.tenant_id = a.tenant_id AND e.activity_id = a.id), '[]') AS events
  FROM activities a WHERE a.tenant_id = $1 ORDER BY a.id`;

/** Everything about an activity's record that the contract does not allow, in words. */
export function violationsOf(activity: RecordedActivity): string[] {
  const { events, status } = activity;
  const steps = events.filter(({ to }) => to !== null);
  return [
    ...steps.flatMap((step, index) => wrongStep(step, steps[index - 1]?.to ?? null)),
    ...(steps.at(-1)?.to === status ? [] : [`is ${status}, but its history ends in ${steps.at(-1)?.to}`]),
    ...wrongAttempts(activity),
    ...wrongPlace(activity),
  ].map((violation) => `${activity.id}: ${violation}`);
}

function wrongStep({ trigger, from, to }: RecordedEvent, before: ActivityStatus | null): string[] {
  const named = `${trigger} ${from} → ${to}`;
  if (from !== before) return [`${named} follows ${before}`];
  if (trigger === 'OVERRIDE')
    return from && to && isFinal(from) && isFinal(to) ? [] : [`${named} overrides no outcome`];
  const allowed = Object.entries(transitions).some(
    ([name, transition]) => name === trigger && transition.from === from && transition.to === to,
  );
  return allowed ? [] : [`${named} is not in the table`];
}

/** Every claim is either on record as one attempt, or under way, or was given back uncounted. */
function wrongAttempts({ events, dispatch_attempt_count, lease_token }: RecordedActivity): string[] {
  const counted = events.flatMap(({ attempt, trigger }) =>
    attempt !== null && !UNCOUNTED_TRIGGERS.includes(trigger) ? [attempt] : [],
  );
  const recorded = counted.length + (lease_token === null ? 0 : 1);
  const inOrder = counted.every((attempt, index) => attempt === index + 1);
  return [
    ...(recorded === dispatch_attempt_count ? [] : [`counts ${dispatch_attempt_count} attempts, has ${recorded}`]),
    ...(inOrder ? [] : [`attempts are numbered ${counted.join(', ')}`]),
  ];
}

/** READY: queued (no time), waiting (a time) or in flight (a time and a holder). Otherwise none of these. */
function wrongPlace({ status, lease_token, next_attempt_at }: RecordedActivity): string[] {
  if (status !== 'READY') return (lease_token ?? next_attempt_at) ? [`is ${status} and still waits`] : [];
  return lease_token !== null && next_attempt_at === null ? ['is held without an end'] : [];
}
