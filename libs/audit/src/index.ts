/**
 * Who changed what: the log of each tenant and of the installation, written in the transaction of the change itself.
 * Knows no table but its own, and not what its subjects are.
 */
export { ACTOR_KINDS, type ActorKind, AUDIT_OUTCOMES, type AuditEntry, type AuditOutcome } from './audit-entry.entity';
export { type AuditFilter, AuditReader } from './audit-reader.service';
export { AuditRetention } from './audit-retention.service';
export { AuditModule } from './audit.module';
export { Audit } from './audit.service';
export { type AuditedTable, type AuditSubject, pausedOrResumed } from './audited-table';
export { actingAs, beginActingAs, type Caller, product } from './caller';
export { Refusals } from './refusals.service';
