import { invalidField } from '@errand/errors';
import type { RecurringFields } from '@errand/recurring';
import { labelsOf } from '../actions/read-action';
import type { ChangeRecurringRequest, CreateRecurringRequest, PreviewRecurringRequest } from './recurring.request';

/** What null stands for, and what is not given. */
const defaults = {
  ...{ namespace: 'default', timezone: 'UTC', labels: {}, metadata: {} },
  ...({ overlap_policy: 'allow_all', missed_policy: 'fire_once', is_paused: false } as const),
  ...{ name: null, description: null, payload: null, dedup_key: null, commerce_id: null, commerce_external_id: null },
  ...{ ends_at: null, max_executions: null },
};

/**
 * A new recurring action from its request, with the defaults.
 * @throws VALIDATION_FAILED
 */
export function readRecurring(request: CreateRecurringRequest): RecurringFields {
  const { cron_expression, ...given } = readGiven(request);
  if (!cron_expression) throw invalidField('cron_expression', 'is required');
  const { provider, action_type } = request;
  return { ...defaults, ...given, cron_expression, provider, action_type };
}

/**
 * When one like this would occur.
 * @throws VALIDATION_FAILED
 */
export function readSchedule({ cron_expr, cron_expression, timezone }: PreviewRecurringRequest): {
  cron_expression: string;
  timezone: string;
} {
  const given = oneOf({ cron_expression, cron_expr });
  if (!given) throw invalidField('cron_expression', 'is required');
  return { cron_expression: given, timezone: timezone ?? defaults.timezone };
}

/**
 * What a request says, and nothing else; null is the default. The namespace says which one is meant.
 * @throws VALIDATION_FAILED also for null where there is no default
 */
export function readChanges(request: ChangeRecurringRequest): Partial<RecurringFields> {
  const { namespace: _, ...changes } = readGiven(request);
  return changes;
}

function readGiven(request: ChangeRecurringRequest): Partial<RecurringFields> {
  const { cron_expr, cron_expression, end_date, ends_at, enabled, tenant: _, ...same } = request;
  const { commerce_id, commerce_external_id, metadata, overlap_policy } = request;
  if (commerce_id && commerce_external_id) {
    throw invalidField('commerce_external_id', 'must not be given with commerce_id');
  }
  const read = {
    ...same,
    cron_expression: oneOf({ cron_expression, cron_expr }),
    ends_at: oneOf({ end_date, ends_at }),
    metadata: metadata && labelsOf(metadata),
    overlap_policy: overlapOf(overlap_policy),
    is_paused: enabled === undefined ? undefined : enabled === false,
    // The one takes the place of the other.
    ...(commerce_id && { commerce_external_id: null }),
    ...(commerce_external_id && { commerce_id: null }),
  };
  const given = Object.entries(read).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given.map(([name, value]) => [name, value ?? defaultOf(name)]));
}

function defaultOf(name: string): unknown {
  if (!(name in defaults)) throw invalidField(name, 'must not be null');
  return defaults[name as keyof typeof defaults];
}

function overlapOf(word: ChangeRecurringRequest['overlap_policy']): 'allow_all' | 'skip' | null | undefined {
  if (word === 'cancel_other') {
    const why = 'cannot be cancel_other: what is being sent cannot be called back; take skip or allow_all';
    throw invalidField('overlap_policy', why);
  }
  return word === 'allow' ? 'allow_all' : word;
}

/** The value of two spellings of one field, of which one may be given. */
function oneOf<T>(spellings: Record<string, T | undefined>): T | undefined {
  const [first, second] = Object.entries(spellings).filter(([, value]) => value !== undefined);
  if (first && second) throw invalidField(second[0], `is given twice, as ${first[0]} and as ${second[0]}`);
  return first?.[1];
}
