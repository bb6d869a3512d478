import { AuditModule } from '@errand/audit';
import { CryptoModule } from '@errand/crypto';
import { OutboundModule } from '@errand/outbound';
import { QuotasModule } from '@errand/quotas';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Attributes } from './attributes/attributes.service';
import { ClientHooks } from './hooks/client-hooks.service';
import { HookSecrets } from './hooks/hook-secrets.service';
import { Resolver } from './resolver.service';
import { CommerceInfo } from './services/commerce-info.service';
import { InternalServices } from './services/internal-services.service';
import { LastResult } from './services/last-result.service';
import { OperatorInfo } from './services/operator-info.service';
import { AttributeKey } from './settings/attribute-key.entity';
import { AttributeKeysService } from './settings/attribute-keys.service';
import { AttributePoliciesService } from './settings/attribute-policies.service';
import { AttributePolicy } from './settings/attribute-policy.entity';
import { TargetResolutionConfig } from './settings/target-resolution-config.entity';
import { TargetResolutionConfigsService } from './settings/target-resolution-configs.service';
import { LastContacts } from './targets/last-contacts.service';
import { TargetUsers } from './targets/target-users.service';

/** The internal services that come with Errand. A new one is added here and nowhere else. */
const internalServices = [CommerceInfo, OperatorInfo, LastResult];

const settings = [AttributeKeysService, AttributePoliciesService, TargetResolutionConfigsService];

/** Needs ConfigModule, DatabaseModule and TelemetryModule. */
@Module({
  imports: [
    ...[AuditModule, CryptoModule, DiscoveryModule, OutboundModule, QuotasModule],
    TypeOrmModule.forFeature([AttributeKey, AttributePolicy, TargetResolutionConfig]),
  ],
  providers: [
    ...[Resolver, TargetUsers, LastContacts, Attributes, InternalServices, ClientHooks, HookSecrets],
    ...internalServices,
    ...settings,
  ],
  exports: [Resolver, ...settings],
})
export class ResolutionModule {}
