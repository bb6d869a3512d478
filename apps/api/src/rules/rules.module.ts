import { RulesModule } from '@errand/rules';
import { Module } from '@nestjs/common';
import { EvaluationsController } from './evaluations.controller';
import { RuleFilesController } from './rule-files.controller';
import { GatewayRulesController } from './gateway-rules.controller';
import { RulesController } from './rules.controller';

@Module({
  imports: [RulesModule],
  controllers: [RuleFilesController, EvaluationsController, RulesController, GatewayRulesController],
})
export class RulesApiModule {}
