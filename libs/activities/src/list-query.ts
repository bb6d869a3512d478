import type { Scope } from '@errand/vocabulary';

/** A WHERE clause built from what was asked for, so that the planner sees only the filters that are there. */
export class Conditions {
  private readonly parts: string[] = [];

  /** @param values those of the statement so far; a part of it goes on with them */
  constructor(readonly values: unknown[] = []) {}

  /** Adds `text` with `?` standing for `value`, unless the value is undefined. */
  add(text: string, value: unknown): this {
    if (value === undefined) return this;
    this.values.push(value);
    this.parts.push(text.replaceAll('?', `$${this.values.length}`));
    return this;
  }

  /** The same for several values, a `?` each. */
  addAll(text: string, values: unknown[]): this {
    const [...rest] = values;
    this.parts.push(text.replaceAll('?', () => `$${this.values.push(rest.shift())}`));
    return this;
  }

  get where(): string {
    return this.parts.join(' AND ');
  }
}

/** Narrows to the activities, by their alias, that are within. The tenant is $1. */
export function addScope(conditions: Conditions, { channels, dispatchConfigIds }: Scope, alias = 'a'): Conditions {
  if (channels) conditions.add(`${alias}.channel = ANY(?::text[])`, channels);
  if (!dispatchConfigIds) return conditions;
  // One that was not sent yet, and may be by any config of its channel, is of all that send on that.
  return conditions.add(
    `(COALESCE(${alias}.dispatch_config_id, ${alias}.pinned_config_id) = ANY(?::uuid[])
      OR (${alias}.dispatch_config_id IS NULL AND ${alias}.pinned_config_id IS NULL AND ${alias}.channel IN (
        SELECT d.channel FROM dispatch_configs d WHERE d.tenant_id = $1 AND d.id = ANY(?::uuid[]))))`,
    dispatchConfigIds,
  );
}

/** SQL: of the store with this external id. The tenant is $1. */
export const ofCommerce = 'a.commerce_id = (SELECT n.id FROM commerces n WHERE n.tenant_id = $1 AND n.external_id = ?)';
