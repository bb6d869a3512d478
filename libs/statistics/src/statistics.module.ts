import { Module } from '@nestjs/common';
import { RollUps } from './roll-ups.service';
import { Statistics } from './statistics.service';

/** Needs DatabaseModule. */
@Module({ providers: [RollUps, Statistics], exports: [RollUps, Statistics] })
export class StatisticsModule {}
