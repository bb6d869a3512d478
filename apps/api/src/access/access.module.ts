import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessGuard } from './access.guard';
import { Authenticator } from './authenticator';
import { DeclaredAccess } from './declared-access';

/** Who may call what: every route of the api goes through the guard. */
@Module({
  imports: [DiscoveryModule, TenantsModule],
  providers: [Authenticator, DeclaredAccess, { provide: APP_GUARD, useClass: AccessGuard }],
})
export class AccessModule {}
