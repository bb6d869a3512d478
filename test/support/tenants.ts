import { type Permission, PERMISSIONS, PLATFORM_PERMISSION } from '@errand/tenants';
import { randomUUID } from 'node:crypto';
import type { RequestOptions, Response, TestApi } from './api';

/** All that a key of a tenant can have. */
export const tenantPermissions = PERMISSIONS.filter((permission) => permission !== PLATFORM_PERMISSION);

/** One tenant's own door to an api under test. */
export interface TestTenant {
  id: string;
  /** A request as this tenant; with no key of its own named, by the platform key. */
  request<Body = unknown>(method: string, path: string, options?: RequestOptions): Promise<Response<Body>>;
  /** The text of a new API key with these permissions. */
  key(...permissions: Permission[]): Promise<string>;
}

export async function createTenant(api: Pick<TestApi, 'request'>): Promise<TestTenant> {
  const code = `t-${randomUUID()}`;
  const { status, body } = await api.request<{ id: string }>('POST', '/api/tenants', { body: { code, name: code } });
  if (status !== 201) throw new Error(`no tenant: ${status} ${JSON.stringify(body)}`);
  const { id } = body;
  const request: TestTenant['request'] = (method, path, options = {}) =>
    api.request(method, path, { tenant: id, ...options });
  const key = async (...permissions: Permission[]) => {
    const made = await request<{ plaintextKey: string }>('POST', '/api/api-keys', {
      body: { name: 'test', permissions },
    });
    if (made.status !== 201) throw new Error(`no key: ${made.status} ${JSON.stringify(made.body)}`);
    return made.body.plaintextKey;
  };
  return { id, request, key };
}

/** What of a key's text nobody else may see: all but its form and its tenant. */
export function secretOf(key: string): string {
  const [, secret] = /^erk_(.{43})_[0-9a-f]{32}$/.exec(key) ?? [];
  if (secret === undefined) throw new Error('no key');
  return secret;
}
