import { ActivitiesModule } from '@errand/activities';
import { Module } from '@nestjs/common';
import { RuleWindows } from './rule-windows.service';
import { ScheduledBacklog } from './scheduled-backlog.service';
import { ScheduledSending } from './scheduled-sending.service';

const services = [RuleWindows, ScheduledBacklog, ScheduledSending];

/** What the dispatcher needs of this library. Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({ imports: [ActivitiesModule], providers: services, exports: services })
export class ActionUpkeepModule {}
