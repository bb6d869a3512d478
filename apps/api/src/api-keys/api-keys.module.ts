import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { ApiKeysController } from './api-keys.controller';

@Module({ imports: [TenantsModule], controllers: [ApiKeysController] })
export class ApiKeysApiModule {}
