import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';
import type { AttributePolicy } from '../sql/attribute-policies.sql';
import type { CommerceReference } from '../sql/references.sql';

/** What the caller said about one attribute. */
export interface AttributeInput {
  key: string;
  value?: unknown;
  /** Used when no value can be had. */
  fallback?: unknown;
}

/** One attribute of an activity, as stored. */
export interface Attribute {
  key: string;
  value: unknown;
  fallback: unknown;
  strategy: AttributeStrategy;
  resolver: AttributeResolver;
  resolution_status: 'PENDING' | 'RESOLVED' | 'FAILED' | 'FALLBACK';
  error_message: string | null;
}

/** What to resolve a stored attribute again from: a value that was found stays. */
export function inputOf({
  key,
  value,
  fallback,
  resolution_status,
}: Pick<Attribute, 'key' | 'value' | 'fallback'> & { resolution_status: string }): AttributeInput {
  return { key, value: resolution_status === 'RESOLVED' ? value : undefined, fallback };
}

type InternalService = (commerce: CommerceReference | null) => unknown;

/** The values Errand knows itself, by the first part of the key; the rest of the key is a path into the value. */
const internalServices: Record<string, InternalService> = {
  commerce_info: (commerce) =>
    commerce && {
      id: commerce.id,
      externalId: commerce.external_id,
      name: commerce.name,
      taxId: commerce.tax_id,
      metadata: commerce.metadata,
    },
};

/**
 * Resolves one attribute. A value the caller gave always counts; otherwise the key's policy says who knows it, and
 * a key without a policy is an internal service's when one has that name, else the caller's.
 */
export function resolveAttribute(
  input: AttributeInput,
  policy: AttributePolicy | undefined,
  commerce: CommerceReference | null,
): Attribute {
  const { strategy, resolver } = policy ?? defaultPolicy(input);
  const attribute = { key: input.key, fallback: input.fallback ?? policy?.fallback ?? null, strategy, resolver };
  const value = input.value ?? (resolver === 'INTERNAL_SERVICE' ? lookUp(input.key, commerce) : null);
  if (value !== null && value !== undefined) {
    return { ...attribute, value, resolution_status: 'RESOLVED', error_message: null };
  }
  const problem = missing[resolver];
  if (attribute.fallback !== null) {
    return { ...attribute, value: attribute.fallback, resolution_status: 'FALLBACK', error_message: problem };
  }
  return { ...attribute, value: null, resolution_status: 'FAILED', error_message: problem };
}

const missing: Record<AttributeResolver, string> = {
  CALLER_PROVIDED: 'the caller gave no value',
  INTERNAL_SERVICE: 'no internal service has a value',
  CLIENT_HOOK: 'the client hook gave no value',
};

function defaultPolicy({ key, value }: AttributeInput): { strategy: AttributeStrategy; resolver: AttributeResolver } {
  const given = value !== undefined && value !== null;
  return !given && Object.hasOwn(internalServices, serviceOf(key))
    ? { strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE' }
    : { strategy: 'CALLER_PROVIDED', resolver: 'CALLER_PROVIDED' };
}

/** `commerce_info` → the whole value, `commerce_info.metadata.zone` → that part of it. */
function lookUp(key: string, commerce: CommerceReference | null): unknown {
  const service = serviceOf(key);
  if (!Object.hasOwn(internalServices, service)) return null;
  let value = internalServices[service]?.(commerce);
  for (const part of key.split('.').slice(1)) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, part)) return null;
    value = (value as Record<string, unknown>)[part];
  }
  return value;
}

function serviceOf(key: string): string {
  return key.split('.', 1)[0] ?? key;
}
