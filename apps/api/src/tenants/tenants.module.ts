import { TenantsModule } from '@errand/tenants';
import { Module } from '@nestjs/common';
import { TenantsController } from './tenants.controller';

@Module({ imports: [TenantsModule], controllers: [TenantsController] })
export class TenantsApiModule {}
