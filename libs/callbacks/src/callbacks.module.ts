import { ActivitiesModule } from '@errand/activities';
import { MasterDataModule } from '@errand/master-data';
import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { Callbacks } from './callbacks.service';
import { ProviderAccounts } from './provider-accounts.service';
import { ProviderEvents } from './provider-events.service';

/** Needs ConfigModule, TelemetryModule, DatabaseModule and ProvidersModule. */
@Module({
  imports: [ActivitiesModule, MasterDataModule, TenantsModule],
  providers: [Callbacks, ProviderAccounts, ProviderEvents],
  exports: [Callbacks, ProviderAccounts, ProviderEvents],
})
export class CallbacksModule {}
