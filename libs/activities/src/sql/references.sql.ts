import type { Statement } from '@errand/database';
import type { CommerceUserRole, ContactType, Channel, TargetCriterionType, TargetStrategy } from '@errand/vocabulary';

export interface CommerceReference {
  id: string;
  external_id: string;
  name: string;
  tax_id: string | null;
  metadata: Record<string, unknown>;
}

/** $1 tenant, $2 ids, $3 external ids. */
export const findCommerces: Statement = {
  name: 'find-commerces',
  text: `
    SELECT id, external_id, name, tax_id, metadata FROM commerces
    WHERE tenant_id = $1 AND (id = ANY($2::uuid[]) OR external_id = ANY($3::text[]))`,
};

/** A route or an operator. */
export interface TaskReference {
  id: string;
  external_id: string;
  name: string;
  /** Null for a route. */
  type: string | null;
}

/** $1 tenant, $2 route ids, $3 operator ids. */
export const findTaskReferences: Statement = {
  name: 'find-task-references',
  text: `
    SELECT id, external_id, name, NULL AS type FROM routes WHERE tenant_id = $1 AND id = ANY($2::uuid[])
    UNION ALL
    SELECT id, external_id, name, type FROM operators WHERE tenant_id = $1 AND id = ANY($3::uuid[])`,
};

export interface CandidateUser {
  id: string;
  commerce_id: string;
  roles: CommerceUserRole[];
  contact_types: ContactType[];
}

/** The active users of these commerces with the kinds of contact they have, oldest first. $1 tenant, $2 commerces. */
export const findCandidateUsers: Statement = {
  name: 'find-candidate-users',
  text: `
    SELECT u.id, u.commerce_id, u.roles,
      ARRAY(SELECT DISTINCT k.type FROM commerce_user_contacts k
        WHERE k.tenant_id = $1 AND k.commerce_user_id = u.id) AS contact_types
    FROM commerce_users u
    WHERE u.tenant_id = $1 AND u.commerce_id = ANY($2::uuid[]) AND u.is_active
    ORDER BY u.id`,
};

export interface TargetCriterion {
  type: TargetCriterionType;
  /** `role` is ROLE_MATCH's; `withinDays` the others', which without it look back for ever. */
  config?: { role?: CommerceUserRole; withinDays?: number };
  /** Lower first. */
  priority?: number;
}

export interface TargetResolutionConfig {
  strategy: TargetStrategy;
  /** Null: every channel. */
  channels: Channel[] | null;
  criteria: TargetCriterion[];
  fallback_to_commerce_rep: boolean;
  fallback_to_owner: boolean;
}

/** The tenant's active target resolution configurations, the one to use first. $1 tenant. */
export const findTargetResolutionConfigs: Statement = {
  name: 'find-target-resolution-configs',
  text: `
    SELECT strategy, channels, criteria, fallback_to_commerce_rep, fallback_to_owner FROM target_resolution_configs
    WHERE tenant_id = $1 AND is_active ORDER BY priority, id`,
};
