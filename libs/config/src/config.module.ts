import { type DynamicModule, Module } from '@nestjs/common';
import { SETTINGS, type Settings } from './settings';

/** Makes one process's validated settings injectable everywhere as {@link SETTINGS}. */
@Module({})
export class ConfigModule {
  static forRoot(settings: Settings): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: SETTINGS, useValue: settings }],
      exports: [SETTINGS],
    };
  }
}
