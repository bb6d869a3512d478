import { AuditModule, Refusals } from '@errand/audit';
import { Module } from '@nestjs/common';
import { AuditController } from './audit.controller';
import { RefusedRequests } from './refused-requests';

@Module({
  imports: [AuditModule],
  controllers: [AuditController],
  providers: [Refusals, RefusedRequests],
  exports: [RefusedRequests],
})
export class AuditApiModule {}
