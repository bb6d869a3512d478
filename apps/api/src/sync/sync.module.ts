import { MasterDataModule } from '@errand/master-data';
import { Module } from '@nestjs/common';
import { MasterDataSync } from './master-data-sync.service';

@Module({ imports: [MasterDataModule], providers: [MasterDataSync], exports: [MasterDataSync] })
export class SyncModule {}
