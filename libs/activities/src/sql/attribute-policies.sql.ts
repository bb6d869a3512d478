import type { Statement } from '@errand/database';
import type { AttributeResolver, AttributeStrategy } from '@errand/vocabulary';

export interface AttributePolicy {
  key: string;
  strategy: AttributeStrategy;
  resolver: AttributeResolver;
  /** With the resolver CLIENT_HOOK. */
  hook: { url: string; timeoutMs: number } | null;
  /** Sealed. */
  hook_secret: string | null;
  fallback: unknown;
}

/** $1 tenant. A tenant has few policies, so all are read. */
export const findAttributePolicies: Statement = {
  name: 'find-attribute-policies',
  text: `SELECT key, strategy, resolver, hook, hook_secret, fallback FROM attribute_policies WHERE tenant_id = $1`,
};
