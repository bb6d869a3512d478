import { Module } from '@nestjs/common';
import { AcmeDispatcher } from './acme.dispatcher';

@Module({ providers: [AcmeDispatcher] })
export class AcmeModule {}
