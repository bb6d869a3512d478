import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { MeController } from './me.controller';
import { SessionController } from './session.controller';
import { SignInCodes } from './sign-in-codes.service';

/** What the page at /console is opened with; all else it takes from the same endpoints as other programs. */
@Module({
  imports: [AccessModule, TenantsModule],
  controllers: [MeController, SessionController],
  providers: [SignInCodes],
})
export class ConsoleApiModule {}
