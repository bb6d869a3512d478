import type { Permission } from '@errand/tenants';
import { tenantPermissions } from '../support/tenants';
import type { Attack, Product } from './product';

interface MadeKey {
  id: string;
  plaintextKey: string;
  expiresAt: string | null;
}

const inAMinute = () => new Date(Date.now() + 60_000).toISOString();

/** One tenant's keys as its users make them. */
async function keysOf(product: Product) {
  const { tenant } = await product.tenant();
  const make = async (key: string | undefined, permissions: Permission[], fields: object = {}) =>
    tenant.request<MadeKey>('POST', '/api/api-keys', {
      body: { name: 'a', permissions, ...fields },
      ...(key !== undefined && { key }),
    });
  const isAlive = async ({ plaintextKey }: MadeKey) =>
    (await product.request('GET', '/api/tenants/me', { key: plaintextKey })).status === 200;
  const revoke = async (key: string, { id }: MadeKey) =>
    (await product.request('POST', `/api/api-keys/${id}/revoke`, { key })).status;
  return { tenant, make, isAlive, revoke };
}

const outliving: Attack = {
  what: 'a key makes one that outlives it, or may do more',
  async run(product) {
    const { make } = await keysOf(product);
    const { body: maker } = await make(undefined, ['MANAGE_API_KEYS', 'VIEW_ACTIVITIES'], { expiresAt: inAMinute() });
    const child = await make(maker.plaintextKey, ['VIEW_ACTIVITIES']);
    expect(child).toMatchObject({ status: 201, body: { expiresAt: maker.expiresAt } });
    const later = { expiresAt: '2999-01-01T00:00:00Z' };
    expect((await make(maker.plaintextKey, ['VIEW_ACTIVITIES'], later)).status).toBe(400);
    expect([201, 400]).toContain((await make(maker.plaintextKey, ['VIEW_ACTIVITIES'], { expiresAt: null })).status);
    expect((await make(maker.plaintextKey, ['VIEW_ACTIVITIES', 'MANAGE_RULES'])).status).toBe(403);
    expect((await make(undefined, ['MANAGE_TENANTS'])).status).toBe(403);
  },
};

const orphaned: Attack = {
  what: 'the keys that a key made go on without it',
  async run(product) {
    const { make, isAlive, revoke } = await keysOf(product);
    const { body: first } = await make(undefined, tenantPermissions);
    const { body: second } = await make(first.plaintextKey, tenantPermissions);
    const { body: third } = await make(second.plaintextKey, ['VIEW_ACTIVITIES']);
    expect(await isAlive(third)).toBe(true);
    expect(await revoke(first.plaintextKey, first)).toBe(200);
    expect([await isAlive(first), await isAlive(second), await isAlive(third)]).toEqual([false, false, false]);
  },
};

const usurped: Attack = {
  what: 'a key that manages keys ends or copies a stronger one',
  async run(product) {
    const { make, isAlive, revoke } = await keysOf(product);
    const { body: strong } = await make(undefined, tenantPermissions);
    const { body: weak } = await make(undefined, ['MANAGE_API_KEYS']);
    const { body: bound } = await make(undefined, tenantPermissions, { channels: ['EMAIL'] });
    expect(await revoke(weak.plaintextKey, strong)).toBe(403);
    expect(await revoke(bound.plaintextKey, strong)).toBe(403);
    const rotate = { key: weak.plaintextKey, body: { graceSeconds: 0 } };
    expect((await product.request('POST', `/api/api-keys/${strong.id}/rotate`, rotate)).status).toBe(403);
    expect(await isAlive(strong)).toBe(true);
    const wider = await make(bound.plaintextKey, ['CREATE_ACTIVITY'], { channels: ['EMAIL', 'WHATSAPP'] });
    expect(wider.status).toBe(403);
  },
};

export const keys: Attack[] = [outliving, orphaned, usurped];
