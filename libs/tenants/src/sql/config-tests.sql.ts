import type { Statement } from '@errand/database';
import type { Disposition } from '@errand/vocabulary';

export interface ConfigTestRow {
  dispatch_config_id: string;
  tested_at: Date;
  disposition: Disposition;
  http_status: number | null;
  error_code: string | null;
  duration_ms: number;
}

/** $1 tenant, $2 config, $3 id, $4 when, $5 disposition, $6 HTTP status, $7 error code, $8 ms. */
export const addConfigTest: Statement = {
  name: 'add-config-test',
  text: `
    INSERT INTO dispatch_config_tests (tenant_id, dispatch_config_id, id, tested_at, disposition, http_status, error_code,
      duration_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
};

/** $1 tenant, $2 config, $3 how many stay. */
export const removeOldConfigTests: Statement = {
  name: 'remove-old-config-tests',
  text: `
    DELETE FROM dispatch_config_tests WHERE tenant_id = $1 AND dispatch_config_id = $2 AND id = ANY(ARRAY(
      SELECT t.id FROM dispatch_config_tests t WHERE t.tenant_id = $1 AND t.dispatch_config_id = $2
      ORDER BY t.id DESC OFFSET $3))`,
};

/** $1 tenant. */
export const lastConfigTests: Statement = {
  name: 'last-config-tests',
  text: `
    SELECT DISTINCT ON (dispatch_config_id) dispatch_config_id, tested_at, disposition, http_status, error_code, duration_ms
    FROM dispatch_config_tests WHERE tenant_id = $1 ORDER BY dispatch_config_id, id DESC`,
};
