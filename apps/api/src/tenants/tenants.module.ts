import { ActivitiesModule } from '@errand/activities';
import { StatisticsModule } from '@errand/statistics';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { TenantStatsController } from './tenant-stats.controller';
import { TenantsController } from './tenants.controller';

@Module({
  imports: [ActivitiesModule, StatisticsModule, TenantsModule],
  controllers: [TenantStatsController, TenantsController],
})
export class TenantsApiModule {}
