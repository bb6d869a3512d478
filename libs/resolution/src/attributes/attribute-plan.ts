import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import type { Answer } from '../question';
import type { KnownPolicy } from '../sql/settings.sql';

/** What the caller said about one attribute. */
export interface AttributeInput {
  key: string;
  value?: unknown;
  /** Used when no value can be had. */
  fallback?: unknown;
}

/** One attribute of an activity, as stored. PENDING is found when the activity is sent. */
export interface Attribute {
  key: string;
  value: unknown;
  fallback: unknown;
  strategy: AttributeStrategy;
  resolver: AttributeResolver;
  resolution_status: 'PENDING' | 'RESOLVED' | 'FAILED' | 'FALLBACK';
  error_message: string | null;
}

/** What becomes of one attribute, before anybody is asked. */
export interface AttributePlan {
  input: AttributeInput;
  policy: KnownPolicy;
  /** Who is asked for the value. */
  ask: 'NOBODY' | 'LATER' | 'INTERNAL_SERVICE' | 'CLIENT_HOOK';
}

const nothing = { hook: null, hookSecret: null, fallback: null };

/**
 * Who says what the attribute's value is. A value the caller gave always counts and is the caller's, whatever the
 * policy; otherwise the key's policy says who knows it, and a key without a policy is an internal service's when one
 * has that name, else the caller's.
 * @param isLate whether ON_DISPATCH means now
 */
export function planAttribute(
  input: AttributeInput,
  known: KnownPolicy | undefined,
  isServiceKey: boolean,
  isLate: boolean,
): AttributePlan {
  const isGiven = input.value !== undefined && input.value !== null;
  const policy = isGiven ? callerProvided(input.key) : (known ?? defaultPolicy(input.key, isServiceKey));
  const { strategy, resolver } = policy;
  if (strategy === 'CALLER_PROVIDED' || resolver === 'CALLER_PROVIDED') {
    return { input, policy, ask: 'NOBODY' };
  }
  return { input, policy, ask: strategy === 'ON_DISPATCH' && !isLate ? 'LATER' : resolver };
}

/**
 * The attribute that comes of a plan.
 * @param answer of whom the plan asks; undefined where that is nobody, or later
 */
export function fulfil({ input, policy, ask }: AttributePlan, answer: Answer | undefined): Attribute {
  const { strategy, resolver } = policy;
  const fallback = input.fallback ?? policy.fallback ?? null;
  const attribute = { key: input.key, fallback, strategy, resolver };
  if (ask === 'LATER') return { ...attribute, value: null, resolution_status: 'PENDING', error_message: null };
  const value = input.value ?? answer?.value ?? null;
  if (value !== null) return { ...attribute, value, resolution_status: 'RESOLVED', error_message: null };
  const problem = answer?.problem ?? 'the caller gave no value';
  return fallback === null
    ? { ...attribute, value: null, resolution_status: 'FAILED', error_message: problem }
    : { ...attribute, value: fallback, resolution_status: 'FALLBACK', error_message: problem };
}

function defaultPolicy(key: string, isServiceKey: boolean): KnownPolicy {
  if (!isServiceKey) return callerProvided(key);
  return { key, strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE', ...nothing };
}

function callerProvided(key: string): KnownPolicy {
  return { key, strategy: 'CALLER_PROVIDED', resolver: 'CALLER_PROVIDED', ...nothing };
}
