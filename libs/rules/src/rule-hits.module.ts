import { Module } from '@nestjs/common';
import { RuleHits } from './storage/rule-hits.service';

/** Needs TelemetryModule and DatabaseModule. */
@Module({ providers: [RuleHits], exports: [RuleHits] })
export class RuleHitsModule {}
