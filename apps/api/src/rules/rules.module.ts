import { ActionsModule } from '@errand/actions';
import { RulesModule } from '@errand/rules';
import { Module } from '@nestjs/common';
import { BacktestsController } from './backtests.controller';
import { EvaluationsController } from './evaluations.controller';
import { RuleFilesController } from './rule-files.controller';
import { GatewayRulesController } from './gateway-rules.controller';
import { RuleStatsController } from './rule-stats.controller';
import { RulesController } from './rules.controller';

@Module({
  imports: [ActionsModule, RulesModule],
  controllers: [
    RuleFilesController,
    EvaluationsController,
    BacktestsController,
    RuleStatsController,
    RulesController,
    GatewayRulesController,
  ],
})
export class RulesApiModule {}
