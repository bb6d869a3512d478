import type { Queryable } from '@errand/database';
import { v7 } from 'uuid';
import type { RuleDefinition } from '../rule';
import type { RuleVersion } from './rule-version.entity';
import { definitionOf, type Rule } from './rule.entity';

/** Carries the id of the tenant whose rules changed. */
export const RULES_CHANNEL = 'errand_rules';

const columns = 'tenant_id, id, name, priority, enabled, timezone, description, condition, action, version';

const insertStatement = {
  name: 'insert-rule',
  text: `INSERT INTO rules (${columns}, created_at, updated_at)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8::json, $9::json, 1, $10, $10)`,
};

const updateStatement = {
  name: 'update-rule',
  text: `UPDATE rules
    SET name = $4, priority = $5, enabled = $6, timezone = $7, description = $8, condition = $9::json,
      action = $10::json, version = $3 + 1, updated_at = $11
    WHERE tenant_id = $1 AND id = $2 AND version = $3
    RETURNING id`,
};

const deleteStatement = {
  name: 'delete-rule',
  text: `DELETE FROM rules WHERE tenant_id = $1 AND id = $2 AND version = $3 RETURNING id`,
};

const versionStatement = {
  name: 'insert-rule-version',
  text: `INSERT INTO rule_versions (tenant_id, rule_id, version, change, actor, definition, created_at)
    VALUES ($1, $2, $3, $4, $5, $6::json, $7)`,
};

const lockStatement = {
  name: 'lock-rules',
  text: `SELECT id, name, priority, enabled, timezone, description, condition, action, version
    FROM rules WHERE tenant_id = $1 ORDER BY id FOR UPDATE`,
};

const countStatement = { name: 'count-rules', text: 'SELECT count(*) AS count FROM rules WHERE tenant_id = $1' };

const notifyStatement = { name: 'notify-rules', text: 'SELECT pg_notify($1, $2)' };

type StoredRule = Pick<Rule, 'id' | 'version'> & RuleDefinition;

/** The writes of one change, in its transaction. Each keeps the version; processes hear of them at the commit. */
export class RuleWrites {
  private readonly now = new Date();

  constructor(
    private readonly tx: Queryable,
    private readonly tenantId: string,
    private readonly actor: string,
  ) {}

  /** The tenant’s rules, locked until the end of the transaction. */
  async lockAll(): Promise<StoredRule[]> {
    return this.tx.query<StoredRule>(lockStatement, [this.tenantId]);
  }

  /** How many rules the tenant has. */
  async count(): Promise<number> {
    const [row] = await this.tx.query<{ count: number }>(countStatement, [this.tenantId]);
    return row?.count ?? 0;
  }

  /** @returns the id */
  async insert(definition: RuleDefinition): Promise<string> {
    const id = v7();
    await this.tx.query(insertStatement, [this.tenantId, id, ...this.values(definition), this.now]);
    await this.keep(id, 1, 'CREATED', definition);
    return id;
  }

  /** @returns false when the rule has another version by now */
  async update({ id, version }: Pick<Rule, 'id' | 'version'>, definition: RuleDefinition): Promise<boolean> {
    const values = [this.tenantId, id, version, ...this.values(definition), this.now];
    const rows = await this.tx.query(updateStatement, values);
    if (rows.length > 0) await this.keep(id, version + 1, 'CHANGED', definition);
    return rows.length > 0;
  }

  /** @returns false when the rule has another version by now */
  async delete(rule: StoredRule): Promise<boolean> {
    const rows = await this.tx.query(deleteStatement, [this.tenantId, rule.id, rule.version]);
    if (rows.length > 0) await this.keep(rule.id, rule.version + 1, 'DELETED', definitionOf(rule));
    return rows.length > 0;
  }

  /** PostgreSQL sends it when the transaction is committed. */
  async announce(): Promise<void> {
    await this.tx.query(notifyStatement, [RULES_CHANNEL, this.tenantId]);
  }

  private values({ name, priority, enabled, timezone, description, condition, action }: RuleDefinition): unknown[] {
    const json = [JSON.stringify(condition), action === null ? null : JSON.stringify(action)];
    return [name, priority, enabled, timezone, description, ...json];
  }

  private async keep(
    id: string,
    version: number,
    change: RuleVersion['change'],
    definition: RuleDefinition,
  ): Promise<void> {
    const values = [this.tenantId, id, version, change, this.actor, JSON.stringify(definition), this.now];
    await this.tx.query(versionStatement, values);
  }
}
