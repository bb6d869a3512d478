import type { Statement } from '@errand/database';
import type { ActivityType, Channel, Origin } from '@errand/vocabulary';

export interface ToldActivity {
  id: string;
  idempotency_key: string;
  type: ActivityType;
  channel: Channel;
  reason: string;
  origin: Origin;
  commerce_id: string | null;
  metadata: Record<string, unknown>;
  scheduled_at: Date;
  dispatch_config_id: string | null;
  provider_code: string | null;
  provider_activity_id: string | null;
}

/** What receivers are told of activities beside what an event keeps. $1 tenant, $2 ids. */
export const findToldActivities: Statement = {
  name: 'find-told-activities',
  text: `
    SELECT id, idempotency_key, type, channel, reason, origin, commerce_id, metadata, scheduled_at, dispatch_config_id,
      provider_code, provider_activity_id
    FROM activities WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
};

export interface ToldConfig {
  id: string;
  name: string;
  provider_code: string;
  channel: Channel;
}

/** The same of dispatch configs. $1 tenant, $2 ids. */
export const findToldConfigs: Statement = {
  name: 'find-told-configs',
  text: `SELECT id, name, provider_code, channel FROM dispatch_configs WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
};
