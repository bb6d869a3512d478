import { ActivitiesModule } from '@errand/activities';
import { DispatchModule } from '@errand/dispatch';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { ScopeCheck } from './scope-check';

@Module({
  imports: [ActivitiesModule, DispatchModule, TenantsModule],
  providers: [ScopeCheck],
  exports: [ScopeCheck],
})
export class ScopeModule {}
