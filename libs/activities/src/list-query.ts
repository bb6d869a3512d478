/** A WHERE clause built from what was asked for, so that the planner sees only the filters that are there. */
export class Conditions {
  private readonly parts: string[] = [];
  readonly values: unknown[] = [];

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

/** SQL: of the store with this external id. The tenant is $1. */
export const ofCommerce = 'a.commerce_id = (SELECT n.id FROM commerces n WHERE n.tenant_id = $1 AND n.external_id = ?)';
