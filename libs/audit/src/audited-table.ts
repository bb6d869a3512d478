import { queriesOf } from '@errand/database';
import type { EntityManager, FindOptionsWhere, ObjectLiteral, Repository } from 'typeorm';
import type { Audit } from './audit.service';

/** How the rows of a table are told of. */
export interface AuditSubject<Row> {
  /** The first part of its actions: `webhook`. */
  type: string;
  /** What a change of a row is, where it is more than `changed`. */
  verbOf?: (before: Row, after: Row) => string | undefined;
  /** In whose logs; null is the installation's. Its tenant's unless told. */
  logsOf?: (row: Row) => (string | null)[];
}

/** The verb of a change that switches a row off or on by `isActive`. */
export function pausedOrResumed(before: { isActive: boolean }, after: { isActive: boolean }): string | undefined {
  if (before.isActive === after.isActive) return undefined;
  return after.isActive ? 'resumed' : 'paused';
}

/** Of every row, and nothing that a person decides. */
const housekeeping = new Set(['tenantId', 'id', 'version', 'createdAt', 'updatedAt', 'lastUsedAt', 'hash']);

/** Writes rows of one table, each with its entry in the audit log, both or neither. */
export class AuditedTable<Row extends ObjectLiteral> {
  constructor(
    private readonly audit: Audit,
    private readonly repository: Repository<Row>,
    private readonly subject: AuditSubject<Row>,
  ) {}

  /** @param first what the same transaction does before, such as finding that there is room for it */
  async insert(row: Row, first: (tx: EntityManager) => Promise<void> = async () => undefined): Promise<void> {
    await this.transaction(async (rows) => {
      await first(rows.manager);
      await rows.insert(row);
      await this.record(rows.manager, null, row);
    });
  }

  /**
   * Changes the one row that fits.
   * @returns as it is now; null when none fits
   */
  async update(where: FindOptionsWhere<Row>, change: Partial<Row>): Promise<Row | null> {
    return this.transaction(async (rows) => {
      // What references to the row wait for is not taken: no activity waits while its tenant is renamed.
      const before = await rows.findOne({ where, lock: { mode: 'for_no_key_update' } });
      if (!before) return null;
      await rows.update(where, change);
      const after = await rows.findOneByOrFail(this.keyOf(before) as FindOptionsWhere<Row>);
      await this.record(rows.manager, before, after);
      return after;
    });
  }

  /** @returns whether there was one that fits */
  async delete(where: FindOptionsWhere<Row>): Promise<boolean> {
    return this.transaction(async (rows) => {
      const before = await rows.findOne({ where, lock: { mode: 'pessimistic_write' } });
      if (!before) return false;
      await rows.delete(where);
      await this.record(rows.manager, before, null);
      return true;
    });
  }

  /** For a change in a transaction of its own: the row was `before` and is `after`, null where there is none. */
  async record(manager: EntityManager, before: Row | null, after: Row | null): Promise<void> {
    const row = before ?? after;
    if (!row) return;
    const { type, verbOf, logsOf = (one: Row) => [(one as unknown as { tenantId: string }).tenantId] } = this.subject;
    const action = `${type}.${before && after ? (verbOf?.(before, after) ?? 'changed') : after ? 'created' : 'deleted'}`;
    const tx = queriesOf(manager);
    for (const tenantId of logsOf(row)) {
      const subjectId = this.subjectIdOf(row);
      const change = { tenantId, subjectId, before: before && this.told(before), after: after && this.told(after) };
      await this.audit.record(tx, { action: action as `${string}.${string}`, ...change });
    }
  }

  private async transaction<R>(work: (rows: Repository<Row>) => Promise<R>): Promise<R> {
    return this.repository.manager.transaction(async (tx) => work(tx.getRepository<Row>(this.repository.target)));
  }

  private keyOf(row: Row): Record<string, unknown> {
    return this.repository.metadata.getEntityIdMap(row) as Record<string, unknown>;
  }

  /** What names the row in its tenant. */
  private subjectIdOf(row: Row): string {
    const { tenantId: _, ...key } = this.keyOf(row);
    return Object.values(key).join('/');
  }

  /** What a person decides of it. Sealed secrets go by their own name. */
  private told(row: Row): Record<string, unknown> {
    const names = this.repository.metadata.columns.map(({ propertyName }) => propertyName);
    const told = names.filter((name) => !housekeeping.has(name) && row[name] !== undefined);
    return Object.fromEntries(
      told.map((name) => [name.replace(/^sealed./, (start) => start.slice(-1).toLowerCase()), row[name]]),
    );
  }
}
