import { AuditModule } from '@errand/audit';
import { CryptoModule } from '@errand/crypto';
import { QuotasModule } from '@errand/quotas';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApiKey } from './api-keys/api-key.entity';
import { ApiKeys } from './api-keys/api-keys.service';
import { Budgets } from './budgets/budgets.service';
import { ConsoleSessions } from './console-sessions/console-sessions.service';
import { CallbackTokens } from './dispatch-configs/callback-tokens.service';
import { ConfigTests } from './dispatch-configs/config-tests.service';
import { CredentialSeal } from './dispatch-configs/credential-seal';
import { DispatchConfig } from './dispatch-configs/dispatch-config.entity';
import { DispatchConfigs } from './dispatch-configs/dispatch-configs.service';
import { Tenant } from './tenants/tenant.entity';
import { Tenants } from './tenants/tenants.service';

/** Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({
  imports: [AuditModule, CryptoModule, QuotasModule, TypeOrmModule.forFeature([Tenant, ApiKey, DispatchConfig])],
  providers: [Tenants, ApiKeys, ConsoleSessions, Budgets, DispatchConfigs, ConfigTests, CallbackTokens, CredentialSeal],
  exports: [Tenants, ApiKeys, ConsoleSessions, Budgets, CallbackTokens, ConfigTests, DispatchConfigs],
})
export class TenantsModule {}
