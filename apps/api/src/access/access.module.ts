import { RecurringModule } from '@errand/recurring';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { APP_GUARD, DiscoveryModule } from '@nestjs/core';
import { AccessCheck } from './access-check';
import { Authenticator } from './authenticator';
import { DeclaredAccess } from './declared-access';
import { RequestLimits } from './request-limits';
import { ScopeModule } from './scope.module';
import { ScopedSubjectGuard } from './scoped-subject';

/** Who may call what: every route of the api goes through the check. */
@Module({
  imports: [DiscoveryModule, RecurringModule, ScopeModule, TenantsModule],
  providers: [
    Authenticator,
    DeclaredAccess,
    RequestLimits,
    AccessCheck,
    { provide: APP_GUARD, useClass: ScopedSubjectGuard },
  ],
  exports: [AccessCheck, Authenticator, RequestLimits],
})
export class AccessModule {}
