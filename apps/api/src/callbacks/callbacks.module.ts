import { CallbacksModule } from '@errand/callbacks';
import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module';
import { CallbackIntake } from './callback-intake.service';
import { CallbacksController } from './callbacks.controller';

@Module({ imports: [AccessModule, CallbacksModule], controllers: [CallbacksController], providers: [CallbackIntake] })
export class CallbacksApiModule {}
