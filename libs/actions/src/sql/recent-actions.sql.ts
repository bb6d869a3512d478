import type { Statement } from '@errand/database';

/** An action as it came, and the id of its activity. */
export interface RecentAction {
  activity_id: string;
  action_id: string | null;
  namespace: string;
  provider: string;
  action_type: string;
  payload: unknown;
  metadata: Record<string, unknown>;
  created_at: Date;
}

/**
 * $1 tenant, $2 only ids below this one, $3 channels, $4 dispatch configs, $5 limit; a null filter is not applied. Newest
 * first.
 */
export const recentActions: Statement = {
  name: 'recent-actions',
  text: `
    SELECT x.activity_id, x.action_id, x.namespace, x.provider, a.reason AS action_type, x.payload, a.metadata, x.created_at
    FROM actions x JOIN activities a ON a.tenant_id = x.tenant_id AND a.id = x.activity_id
    WHERE x.tenant_id = $1 AND a.tenant_id = $1 AND ($2::uuid IS NULL OR x.activity_id < $2::uuid)
      AND ($3::text[] IS NULL OR a.channel = ANY($3::text[]))
      AND ($4::uuid[] IS NULL OR a.pinned_config_id = ANY($4::uuid[]))
    ORDER BY x.activity_id DESC LIMIT $5`,
};
