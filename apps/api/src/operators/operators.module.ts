import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { OperatorsController } from './operators.controller';

@Module({ imports: [MasterDataModule], controllers: [OperatorsController] })
export class OperatorsApiModule {}
