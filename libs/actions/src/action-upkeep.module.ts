import { Module } from '@nestjs/common';
import { RuleWindows } from './rule-windows.service';
import { ScheduledSending } from './scheduled-sending.service';

/** What the dispatcher needs of this library. Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({ providers: [RuleWindows, ScheduledSending], exports: [RuleWindows, ScheduledSending] })
export class ActionUpkeepModule {}
