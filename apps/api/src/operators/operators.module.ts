import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { SyncModule } from '../sync/sync.module';
import { OperatorsController } from './operators.controller';

@Module({ imports: [MasterDataModule, SyncModule], controllers: [OperatorsController] })
export class OperatorsApiModule {}
