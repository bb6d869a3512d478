import type { Statement } from '@errand/database';

/** Rows are a CommerceReference each. $1 tenant, $2 ids, $3 external ids. */
export const findCommerces: Statement = {
  name: 'find-commerces',
  text: `
    SELECT id, external_id, name, tax_id, metadata FROM commerces
    WHERE tenant_id = $1 AND (id = ANY($2::uuid[]) OR external_id = ANY($3::text[]))`,
};

/** Which of these routes and operators exist. $1 tenant, $2 route ids, $3 operator ids. */
export const findTaskReferences: Statement = {
  name: 'find-task-references',
  text: `
    SELECT id FROM routes WHERE tenant_id = $1 AND id = ANY($2::uuid[])
    UNION ALL
    SELECT id FROM operators WHERE tenant_id = $1 AND id = ANY($3::uuid[])`,
};
