import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { PlatformAuditEntry, TenantAuditEntry } from './audit-entry.entity';
import { AuditReader } from './audit-reader.service';
import { AuditRetention } from './audit-retention.service';
import { Audit } from './audit.service';

/** Needs ConfigModule, TelemetryModule and DatabaseModule. */
@Module({
  imports: [TypeOrmModule.forFeature([TenantAuditEntry, PlatformAuditEntry])],
  providers: [Audit, AuditReader, AuditRetention],
  exports: [Audit, AuditReader, AuditRetention],
})
export class AuditModule {}
