import { Module } from '@nestjs/common';
import { Quotas } from './quotas.service';

/** Needs ConfigModule. */
@Module({ providers: [Quotas], exports: [Quotas] })
export class QuotasModule {}
