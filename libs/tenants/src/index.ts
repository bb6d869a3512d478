/**
 * Whose data it is and who may do what: tenants, API keys, permissions, and the tenants' accounts at providers.
 * Must not know the providers themselves, activities, or HTTP.
 */
export { ApiKey } from './api-keys/api-key.entity';
export { ApiKeys, type IssuedKey } from './api-keys/api-keys.service';
export { keyPrefixOf } from './api-keys/key-text';
export { isIn } from './api-keys/networks';
export type { Allowance } from './budgets/allowance';
export type { Budget } from './budgets/budget';
export { Budgets } from './budgets/budgets.service';
export { API_KEYS_CHANNEL, CONFIG_CHANNEL, SESSIONS_CHANNEL, TENANTS_CHANNEL } from './channels';
export { ConsoleSessions, inSession } from './console-sessions/console-sessions.service';
export { CallbackTokens } from './dispatch-configs/callback-tokens.service';
export { type ConfigTest, ConfigTests } from './dispatch-configs/config-tests.service';
export { type Credentials, sealedCallbackSecrets, sealedCredentials } from './dispatch-configs/credential-seal';
export { DispatchConfig } from './dispatch-configs/dispatch-config.entity';
export { type DispatchConfigFields, DispatchConfigs } from './dispatch-configs/dispatch-configs.service';
export { type Permission, PERMISSIONS, PLATFORM_PERMISSION } from './permissions';
export { Tenant, TENANT_STATUSES, type TenantStatus } from './tenants/tenant.entity';
export { Tenants } from './tenants/tenants.service';
export { TenantsModule } from './tenants.module';
