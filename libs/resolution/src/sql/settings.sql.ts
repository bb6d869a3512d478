import type { Statement } from '@errand/database';
import type { AttributePolicy } from '../settings/attribute-policy.entity';
import type { TargetResolutionConfig } from '../settings/target-resolution-config.entity';

/** What finding a value needs of a policy. */
export type KnownPolicy = Pick<AttributePolicy, 'key' | 'strategy' | 'resolver' | 'hook' | 'hookSecret' | 'fallback'>;

/** $1 tenant. A tenant has few policies, so all are read. */
export const findAttributePolicies: Statement = {
  name: 'find-attribute-policies',
  text: `
    SELECT key, strategy, resolver, hook, hook_secret AS "hookSecret", fallback FROM attribute_policies
    WHERE tenant_id = $1`,
};

/** What finding target users needs of a configuration. */
export type ActiveConfig = Pick<
  TargetResolutionConfig,
  'strategy' | 'channels' | 'criteria' | 'fallbackToCommerceRep' | 'fallbackToOwner'
>;

/** The tenant's active target resolution configs, the one to use first. $1 tenant. */
export const findActiveConfigs: Statement = {
  name: 'find-target-resolution-configs',
  text: `
    SELECT strategy, channels, criteria, fallback_to_commerce_rep AS "fallbackToCommerceRep",
      fallback_to_owner AS "fallbackToOwner"
    FROM target_resolution_configs WHERE tenant_id = $1 AND is_active ORDER BY priority, id`,
};
