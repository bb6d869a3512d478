import type { Queryable, Statement } from '@errand/database';

/** Of which country a store's phone numbers are that have no country code; null where nobody said. */
export interface StoreCountries {
  /** The store's own. */
  own: string | null;
  /** The store's, else the tenant's. */
  country: string | null;
}

const countriesStatement: Statement = {
  name: 'countries_of_commerces',
  text: `
    SELECT c.id, c.country AS own, COALESCE(c.country, t.settings->>'country') AS country
    FROM commerces c JOIN tenants t ON t.id = c.tenant_id
    WHERE c.tenant_id = $1 AND c.id = ANY($2::uuid[])`,
};

/** By commerce id. */
export async function countriesOf(
  db: Pick<Queryable, 'query'>,
  tenantId: string,
  commerceIds: string[],
): Promise<Map<string, StoreCountries>> {
  const rows = await db.query<StoreCountries & { id: string }>(countriesStatement, [tenantId, commerceIds]);
  return new Map(rows.map((row) => [row.id, row]));
}
