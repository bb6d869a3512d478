import { AuditModule } from '@errand/audit';
import { QuotasModule } from '@errand/quotas';
import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { RuleHitsModule } from './rule-hits.module';
import { RuleFiles } from './rule-files.service';
import { RuleSets } from './storage/rule-sets.service';
import { RuleVersion } from './storage/rule-version.entity';
import { Rule } from './storage/rule.entity';
import { Rules } from './storage/rules.service';

/** Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({
  imports: [AuditModule, QuotasModule, RuleHitsModule, TypeOrmModule.forFeature([Rule, RuleVersion])],
  providers: [RuleFiles, RuleSets, Rules],
  exports: [RuleHitsModule, RuleSets, Rules],
})
export class RulesModule {}
