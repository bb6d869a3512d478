import { jsonBytes } from '@errand/json';
import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import { type Answer, without } from '../question';
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

/** How much more what is found for one activity may make it carry; asked for only when something was found. */
export class Room {
  private left: number | undefined;

  /**
   * @param maxBytes of all that an activity carries
   * @param carried bytes of what it carries already; over `maxBytes`, which was stored before there was a limit, it takes
   * whatever is found
   */
  constructor(
    readonly maxBytes: number,
    private readonly carried: () => number,
  ) {}

  /** Takes so much of the room, if there is so much. */
  take(bytes: number): boolean {
    if (bytes === 0) return true;
    this.left ??= this.leftAtFirst();
    if (bytes > this.left) return false;
    this.left -= bytes;
    return true;
  }

  private leftAtFirst(): number {
    const carried = this.carried();
    return carried > this.maxBytes ? Infinity : this.maxBytes - carried;
  }
}

/** {@link fulfil}; what there is no room for is as if nobody had it. */
export function fulfilWithin(room: Room, plan: AttributePlan, answer: Answer | undefined): Attribute {
  const found = fulfil(plan, answer);
  if (room.take(bytesFound(plan.input, found))) return found;
  const { maxBytes } = room;
  const problem = without(`its value would make the activity carry more than ${maxBytes} bytes`);
  return fulfil({ ...plan, policy: { ...plan.policy, fallback: null } }, problem);
}

/** Of what an attribute has beyond what was given. */
function bytesFound(given: AttributeInput, { value, fallback }: Attribute): number {
  const isGiven = value === null || value === given.value || value === given.fallback;
  const hasFallback = fallback !== null && fallback !== given.fallback && fallback !== value;
  return (isGiven ? 0 : jsonBytes(value)) + (hasFallback ? jsonBytes(fallback) : 0);
}

function defaultPolicy(key: string, isServiceKey: boolean): KnownPolicy {
  if (!isServiceKey) return callerProvided(key);
  return { key, strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE', ...nothing };
}

function callerProvided(key: string): KnownPolicy {
  return { key, strategy: 'CALLER_PROVIDED', resolver: 'CALLER_PROVIDED', ...nothing };
}
