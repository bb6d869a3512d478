import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { ScopeModule } from '../access/scope.module';
import { ActivitiesApiModule } from '../activities/activities.module';
import { DispatchConfigsApiModule } from '../dispatch-configs/dispatch-configs.module';
import { StatisticsApiModule } from '../statistics/statistics.module';
import { MeController } from './me.controller';
import { SessionController } from './session.controller';
import { SignInCodes } from './sign-in-codes.service';
import { StreamController } from './stream.controller';
import { Streams } from './streams.service';
import { TopicReader } from './topic-reader.service';
import { Topics } from './topics.service';

/** What the page at /console is opened with; all else it takes from the same endpoints as other programs. */
@Module({
  imports: [
    AccessModule,
    ActivitiesApiModule,
    DispatchConfigsApiModule,
    ScopeModule,
    StatisticsApiModule,
    TenantsModule,
  ],
  controllers: [MeController, SessionController, StreamController],
  providers: [SignInCodes, Streams, TopicReader, Topics],
})
export class ConsoleApiModule {}
