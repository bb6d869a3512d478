import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { CommerceContactsController } from './commerce-contacts.controller';
import { CommerceUsersController } from './commerce-users.controller';
import { CommercesController } from './commerces.controller';

@Module({
  imports: [MasterDataModule],
  controllers: [CommercesController, CommerceUsersController, CommerceContactsController],
})
export class CommercesApiModule {}
