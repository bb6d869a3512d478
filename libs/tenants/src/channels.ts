/** NOTIFY channel: a tenant's status or settings changed. Payload: its id. */
export const TENANTS_CHANNEL = 'errand_tenants';

/** NOTIFY channel: a dispatch config was created, changed or deleted. Payload: the tenant's id. */
export const CONFIG_CHANNEL = 'errand_config';

/** NOTIFY channel: an API key was revoked or rotated. Payload: the tenant's id. */
export const API_KEYS_CHANNEL = 'errand_api_keys';

/** NOTIFY channel: somebody signed out of the console. Payload: the tenant's id, or nothing: of the platform key. */
export const SESSIONS_CHANNEL = 'errand_sessions';
