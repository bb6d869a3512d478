import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { RouteOperatorsController } from './route-operators.controller';
import { RoutesController } from './routes.controller';

@Module({ imports: [MasterDataModule], controllers: [RoutesController, RouteOperatorsController] })
export class RoutesApiModule {}
