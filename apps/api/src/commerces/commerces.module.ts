import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { SyncModule } from '../sync/sync.module';
import { CommerceContactsController } from './commerce-contacts.controller';
import { CommerceUsersController } from './commerce-users.controller';
import { CommercesController } from './commerces.controller';
import { PeopleController } from './people.controller';

@Module({
  imports: [MasterDataModule, SyncModule],
  controllers: [CommercesController, CommerceUsersController, CommerceContactsController, PeopleController],
})
export class CommercesApiModule {}
