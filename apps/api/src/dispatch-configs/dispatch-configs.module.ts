import { CallbacksModule } from '@errand/callbacks';
import { DispatchModule } from '@errand/dispatch';
import { OutboundModule } from '@errand/outbound';
import { ProviderRegistry } from '@errand/providers';
import { ResolutionModule } from '@errand/resolution';
import { DispatchConfigs, TenantsModule } from '@errand/tenants';
import { StatisticsModule } from '@errand/statistics';
import { Module, type OnApplicationBootstrap } from '@nestjs/common';
import { ScopeModule } from '../access/scope.module';
import { ConfigCheck } from './config-check';
import { ConfigsHealth } from './config-health';
import { ConfigHealthController } from './config-health.controller';
import { ConfigTrials } from './config-trials';
import { ConfigTrialsController } from './config-trials.controller';
import { DispatchConfigsController } from './dispatch-configs.controller';
import { DispatchProvidersController } from './dispatch-providers.controller';

@Module({
  imports: [
    ...[CallbacksModule, TenantsModule, OutboundModule, DispatchModule, ResolutionModule, ScopeModule],
    StatisticsModule,
  ],
  controllers: [ConfigHealthController, ConfigTrialsController, DispatchConfigsController, DispatchProvidersController],
  providers: [ConfigCheck, ConfigsHealth, ConfigTrials],
  exports: [ConfigsHealth],
})
export class DispatchConfigsApiModule implements OnApplicationBootstrap {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly registry: ProviderRegistry,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.configs.refuseUnknownProviders(this.registry.list().map(({ code }) => code));
  }
}
