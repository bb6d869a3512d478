import type { Statement } from '@errand/database';

/** Rows are a CommerceReference each. $1 tenant, $2 ids, $3 external ids. */
export const findCommerces: Statement = {
  name: 'find-commerces',
  text: `
    SELECT id, external_id, name, tax_id, metadata FROM commerces
    WHERE tenant_id = $1 AND (id = ANY($2::uuid[]) OR external_id = ANY($3::text[]))`,
};

/** A route or an operator. */
export interface TaskReference {
  kind: 'route' | 'operator';
  id: string;
  external_id: string;
  name: string;
  /** Null for a route. */
  type: string | null;
}

/** $1 tenant, $2 route ids, $3 their external ids, $4 operator ids, $5 their external ids. */
export const findTaskReferences: Statement = {
  name: 'find-task-references',
  text: `
    SELECT 'route' AS kind, id, external_id, name, NULL AS type FROM routes
    WHERE tenant_id = $1 AND (id = ANY($2::uuid[]) OR external_id = ANY($3::text[]))
    UNION ALL
    SELECT 'operator' AS kind, id, external_id, name, type FROM operators
    WHERE tenant_id = $1 AND (id = ANY($4::uuid[]) OR external_id = ANY($5::text[]))`,
};
