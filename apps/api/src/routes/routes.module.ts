import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { SyncModule } from '../sync/sync.module';
import { RouteOperatorsController } from './route-operators.controller';
import { RoutesController } from './routes.controller';

@Module({ imports: [MasterDataModule, SyncModule], controllers: [RoutesController, RouteOperatorsController] })
export class RoutesApiModule {}
