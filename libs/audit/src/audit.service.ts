import { Clock, type Queryable, type Statement } from '@errand/database';
import { Injectable } from '@nestjs/common';
import type { ObjectLiteral, Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import type { AuditOutcome } from './audit-entry.entity';
import { AuditedTable, type AuditSubject } from './audited-table';
import { type Caller, currentCaller } from './caller';
import { insertPlatformEntry, insertTenantEntry } from './sql/audit.sql';
import { toldChange } from './told-change';

/** What was changed. */
export interface AuditedChange {
  /** In whose log it goes; null: in the installation's. */
  tenantId: string | null;
  /** The first part is the type of the subject. */
  action: `${string}.${string}`;
  /** Null where it is no single thing. */
  subjectId: string | null;
  /** As it was, whole; null where there was nothing. What is told of it is left to the log. */
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The one place where the audit log is written. What is written is never changed. */
@Injectable()
export class Audit {
  constructor(private readonly clock: Clock) {}

  /** The table whose every insert, update and delete leaves its entry. */
  table<Row extends ObjectLiteral>(
    repository: Repository<Row>,
    subject: AuditSubject<NoInfer<Row>>,
  ): AuditedTable<Row> {
    return new AuditedTable(this, repository, subject);
  }

  /**
   * Notes a change, unless nothing differs.
   * @param tx the transaction that makes the change, which fails when this does
   * @param by who makes it; the current caller unless told
   */
  async record(tx: Pick<Queryable, 'query'>, change: AuditedChange, by: Caller = currentCaller()): Promise<void> {
    const told = toldChange(change.before, change.after);
    if (told) await tx.query(...this.entry({ ...change, ...told }, 'done', by));
  }

  /** The statement that writes an entry, with its values; `before` and `after` as they are to be told. */
  entry(
    { tenantId, action, subjectId, before, after }: AuditedChange,
    outcome: AuditOutcome,
    { actor, actorKind, address, requestId }: Caller,
  ): [Statement, unknown[]] {
    const at = this.clock.now();
    const [subjectType] = action.split('.');
    const values = [
      ...[newId(), at, actor, actorKind, address, requestId],
      ...[action, subjectType, subjectId, json(before), json(after), outcome],
    ];
    return tenantId === null ? [insertPlatformEntry, values] : [insertTenantEntry, [...values, tenantId]];
  }
}

function json(value: Record<string, unknown> | null): string | null {
  return value && JSON.stringify(value);
}
