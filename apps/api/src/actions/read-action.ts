import type { NewAction } from '@errand/actions';
import { tooManyBytes } from '@errand/activities';
import type { Settings } from '@errand/config';
import { ErrandError, type FieldProblem, invalidField } from '@errand/errors';
import type { Tenant } from '@errand/tenants';
import { readKnownFields } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';
import { ActionRequest } from './action.request';

/** Fields of the contract that would change what is sent: better refused than left out unseen. */
const unsupported = ['attachments', 'template'];

/**
 * Reads an action from a request’s body. Fields that Errand does not know are ignored, as clients send fields of
 * their own; metadata may stand under `labels`.
 * @throws VALIDATION_FAILED, FORBIDDEN when it names another tenant
 */
export function readAction(
  body: unknown,
  tenant: Tenant,
  { ruleMaxDelaySeconds, maxActivityBytes }: Settings,
): NewAction {
  const action = readAlong(ActionRequest, body);
  refuseOtherTenant(action.tenant, tenant);
  const { payload: givenAttributes, metadata } = action;
  const tooLarge = tooManyBytes({ givenAttributes, metadata }, maxActivityBytes, 'payload');
  const problems = [...timeProblems(action, ruleMaxDelaySeconds), ...(tooLarge ? [tooLarge] : [])];
  if (problems.length > 0) throw validationFailed(problems);
  if (action.commerce_id && action.commerce_external_id) {
    throw invalidField('commerce_external_id', 'must not be given with commerce_id');
  }
  return {
    id: action.id ?? null,
    dedupKey: action.dedup_key ?? null,
    namespace: action.namespace ?? 'default',
    provider: action.provider,
    actionType: action.action_type,
    payload: action.payload ?? null,
    metadata: labelsOf(action.metadata ?? {}),
    commerceId: action.commerce_id ?? null,
    commerceExternalId: action.commerce_external_id ?? null,
    delaySeconds: action.delay_seconds ?? null,
    scheduledAt: action.scheduled_at ?? null,
  };
}

/**
 * The contract has the tenant in each request; here the key says it.
 * @throws FORBIDDEN when the request names another one
 */
export function refuseOtherTenant(named: string | null | undefined, tenant: Tenant): void {
  if (!named || named === tenant.code || named.toLowerCase() === tenant.id) return;
  throw new ErrandError('FORBIDDEN', `The request names the tenant ${named}, which is not the caller’s`);
}

/**
 * Reads a body of the gateway’s wire.
 * @throws VALIDATION_FAILED
 */
export function readAlong<T extends ActionRequest>(requestClass: new () => T, body: unknown): T {
  refuseUnsupported(body);
  const { value, problems } = readKnownFields(requestClass, body);
  if (value === undefined) throw validationFailed(problems);
  return value;
}

function refuseUnsupported(body: unknown): void {
  // By name: a body that is a list or a text of megabytes has a member for each item or letter.
  for (const name of unsupported) {
    const value = (body as Record<string, unknown> | null)?.[name] ?? null;
    const isEmpty = value === null || (Array.isArray(value) && value.length === 0);
    if (!isEmpty) throw invalidField(name, 'is not supported');
  }
}

/** A caller may put off an action as far as a rule may. */
function timeProblems({ delay_seconds, scheduled_at }: ActionRequest, maxDelaySeconds: number): FieldProblem[] {
  if (delay_seconds && scheduled_at) {
    return [{ field: 'scheduled_at', message: 'must not be given with delay_seconds' }];
  }
  if (delay_seconds && delay_seconds > maxDelaySeconds) {
    return [{ field: 'delay_seconds', message: `must be a whole number from 1 to ${maxDelaySeconds}` }];
  }
  return scheduled_at ? tooFarAhead('scheduled_at', scheduled_at, maxDelaySeconds) : [];
}

/** The problem of a time that is further ahead than that, if it is. */
export function tooFarAhead(field: string, time: Date, maxDelaySeconds: number): FieldProblem[] {
  const isTooFar = time.getTime() > Date.now() + maxDelaySeconds * 1000;
  return isTooFar ? [{ field, message: `must be at most ${maxDelaySeconds} seconds ahead` }] : [];
}

/** `{"labels": {"k": "v"}}`, as some clients write metadata, is the same as `{"k": "v"}`. */
export function labelsOf(metadata: Record<string, unknown>): Record<string, unknown> {
  const { labels, ...others } = metadata;
  const isObject = typeof labels === 'object' && labels !== null && !Array.isArray(labels);
  return isObject ? { ...others, ...labels } : metadata;
}
