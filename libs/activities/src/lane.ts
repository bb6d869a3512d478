import type { Channel } from '@errand/vocabulary';

/**
 * Activities of one tenant that are sent with the same account, so that they are claimed together, and limited or paused
 * together: those of a channel, or those that must go by one dispatch config.
 */
export interface Lane {
  tenantId: string;
  channel: Channel;
  pinnedConfigId: string | null;
}

/** What of an activity's row says in which of its tenant's lanes it is. */
export interface LaneColumns {
  channel: Channel;
  pinned_config_id: string | null;
}

export function laneOf(tenantId: string, { channel, pinned_config_id }: LaneColumns): Lane {
  return { tenantId, channel, pinnedConfigId: pinned_config_id };
}

/** `tenant/channel` or `tenant/channel/config`. */
export function laneKey({ tenantId, channel, pinnedConfigId }: Lane): string {
  return pinnedConfigId ? `${tenantId}/${channel}/${pinnedConfigId}` : `${tenantId}/${channel}`;
}
