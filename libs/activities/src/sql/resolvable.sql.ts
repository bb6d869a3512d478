import type { Statement } from '@errand/database';
import type { CommerceReference, TargetCriterion } from '@errand/resolution';
import type { ActivityStatus, ActivityType, AttributeStrategy, Channel } from '@errand/vocabulary';

/** A stored activity with all that its resolution starts from. */
export interface ResolvableRow {
  id: string;
  type: ActivityType;
  channel: Channel;
  pinned_config_id: string | null;
  reason: string;
  status: ActivityStatus;
  scheduled_at: Date;
  operator_id: string | null;
  target_criteria: TargetCriterion[] | null;
  commerce: CommerceReference | null;
  metadata: Record<string, unknown>;
  attributes: {
    key: string;
    value: unknown;
    fallback: unknown;
    strategy: AttributeStrategy;
    resolution_status: string;
  }[];
  target_users: { resolution_status: string; error_message: string | null }[];
}

/** $1 tenant, $2 ids. */
export const findResolvable: Statement = {
  name: 'find-resolvable',
  text: `
    SELECT a.id, a.type, a.channel, a.pinned_config_id, a.reason, a.status, a.scheduled_at, a.operator_id,
      a.target_criteria, a.metadata,
      CASE WHEN c.id IS NOT NULL THEN json_build_object('id', c.id, 'external_id', c.external_id, 'name', c.name,
        'tax_id', c.tax_id, 'metadata', c.metadata) END AS commerce,
      COALESCE((
        SELECT json_agg(json_build_object('key', x.key, 'value', x.value, 'fallback', x.fallback,
          'strategy', x.strategy, 'resolution_status', x.resolution_status) ORDER BY x.key)
        FROM activity_attributes x WHERE x.tenant_id = $1 AND x.activity_id = a.id), '[]'::json) AS attributes,
      COALESCE((
        SELECT json_agg(json_build_object('resolution_status', t.resolution_status, 'error_message', t.error_message))
        FROM activity_target_users t WHERE t.tenant_id = $1 AND t.activity_id = a.id), '[]'::json) AS target_users
    FROM activities a
    LEFT JOIN commerces c ON c.tenant_id = a.tenant_id AND c.id = a.commerce_id
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[])`,
};
