import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access-check';
import { Authenticator } from './authenticator';
import { DeclaredAccess } from './declared-access';
import { RequestLimits } from './request-limits';

/** Who may call what: every route of the api goes through the check. */
@Module({
  imports: [DiscoveryModule, TenantsModule],
  providers: [Authenticator, DeclaredAccess, RequestLimits, AccessCheck],
})
export class AccessModule {}
