import { RulesModule } from '@errand/rules';
import { Module } from '@nestjs/common';
import { EvaluationsController } from './evaluations.controller';
import { RuleFilesController } from './rule-files.controller';
import { RulesController } from './rules.controller';

@Module({ imports: [RulesModule], controllers: [RuleFilesController, EvaluationsController, RulesController] })
export class RulesApiModule {}
