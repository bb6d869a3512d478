import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

interface Report {
  created: number;
  updated: number;
  total: number;
  errors: { index: number; code: string; message: string }[];
}

interface Commerce {
  id: string;
  users: { id: string; contacts: { type: string; value: string; isPrimary: boolean }[] }[];
}

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const sync = async (...items: unknown[]) => {
  const { status, body } = await tenant.request<Report>('POST', '/api/commerces/sync', { body: { items } });
  expect(status).toBe(200);
  return body;
};
const only = async () => {
  const { body } = await tenant.request<{ data: Commerce[] }>('GET', '/api/commerces');
  expect(body.data).toHaveLength(1);
  return body.data[0];
};

const ana = { externalId: 'u-1', firstName: 'Ana', lastName: 'Rojas', roles: ['OWNER'] };
const store = { externalId: 'c-1', name: 'Store One' };

describe('syncing commerces', () => {
  it('makes and updates 1,000 with their people, and reports each bad item without rejecting the others', async () => {
    const items: object[] = Array.from({ length: 1000 }, (_, index) => ({
      external_id: `c-${index}`,
      name: `Store ${index}`,
      users: [{ ...ana, contacts: [{ type: 'EMAIL', value: `ana${index}@example.com`, is_primary: true }] }],
    }));
    items[1] = { ...items[1], externalId: 'c-1' };
    items[2] = { ...items[2], users: [{ ...ana, contacts: [{ type: 'EMAIL', value: 'nowhere' }] }] };
    items[4] = { ...items[3] };
    const first = await sync(...items);
    expect(first).toMatchObject({ created: 997, updated: 0, total: 1000 });
    expect(first.errors.map(({ index, code }) => [index, code])).toEqual([
      [1, 'VALIDATION_FAILED'],
      [2, 'VALIDATION_FAILED'],
      [4, 'CONFLICT'],
    ]);
    expect(first.errors[1]?.message).toContain('users[0].contacts[0].value');

    const again = await sync(...items);
    expect(again).toEqual({ ...first, created: 0, updated: 997 });
    const { body } = await tenant.request<{ data: Commerce[] }>('GET', '/api/commerces?externalId=c-999');
    expect(body.data).toMatchObject([
      { name: 'Store 999', users: [{ ...ana, contacts: [{ value: 'ana999@example.com', isPrimary: true }] }] },
    ]);
    expect(body.data[0]?.users).toHaveLength(1);
  });

  it('keeps what an item leaves out, and the users and contacts it does not name', async () => {
    const contacts = [{ type: 'PHONE', value: '+56912345678', isPrimary: true }];
    await tenant.request('POST', '/api/commerces', {
      body: { ...store, taxId: '76-1', isActive: false, metadata: { a: 1 }, users: [{ ...ana, contacts }] },
    });
    const before = await only();
    await sync({ ...store, name: 'Renamed', users: [{ externalId: 'u-1', firstName: 'Ana María', roles: ['ADMIN'] }] });
    await sync({ ...store, name: 'Renamed', users: [{ externalId: 'u-2', firstName: 'Bo', roles: [] }] });
    const after = await only();
    expect(after).toMatchObject({
      ...{ id: before?.id, name: 'Renamed', taxId: '76-1', isActive: false, metadata: { a: 1 } },
      users: [
        { id: before?.users[0]?.id, firstName: 'Ana María', lastName: 'Rojas', roles: ['ADMIN'], contacts },
        { externalId: 'u-2', lastName: null, contacts: [] },
      ],
    });
    await sync({ ...store, taxId: null, metadata: {} });
    expect(await only()).toMatchObject({ name: 'Store One', taxId: null, metadata: {} });
  });

  it('finds a user without externalId by name', async () => {
    const nameless = { firstName: 'Ana', lastName: 'Rojas', roles: ['OWNER'] };
    await sync({ ...store, users: [nameless, { ...nameless, lastName: null }] });
    const before = await only();
    await sync({
      ...store,
      users: [
        { ...nameless, roles: ['FINANCE'] },
        { firstName: 'Ana', roles: [] },
      ],
    });
    const after = await only();
    expect(after?.users.map(({ id }) => id)).toEqual(before?.users.map(({ id }) => id));
    expect(after?.users).toMatchObject([{ roles: ['FINANCE'] }, { roles: [] }]);
  });

  it('demotes the old primary contact when an item names a new one', async () => {
    const email = (value: string, isPrimary?: boolean) => ({ type: 'EMAIL', value, isPrimary });
    const phone = { type: 'PHONE', value: '+56912345678', isPrimary: true };
    await sync({ ...store, users: [{ ...ana, contacts: [email('old@example.com', true), phone] }] });
    await sync({ ...store, users: [{ ...ana, contacts: [email('new@example.com', true), email('old@example.com')] }] });
    const contacts = (await only())?.users[0]?.contacts.map(({ value, isPrimary }) => [value, isPrimary]);
    expect(contacts).toEqual([
      ['old@example.com', false],
      [phone.value, true],
      ['new@example.com', true],
    ]);
  });

  it('makes each commerce and user once when several syncs and creates meet', async () => {
    await tenant.request('POST', '/api/commerces', { body: store });
    const { id } = (await only()) ?? {};
    const item = {
      ...store,
      users: [{ ...ana, contacts: [{ type: 'EMAIL', value: 'a@example.com', isPrimary: true }] }],
    };
    const [created, ...reports] = await Promise.all([
      tenant.request('POST', `/api/commerces/${id}/users`, { body: ana }),
      ...[1, 2, 3, 4].map(() => sync(item)),
    ]);
    expect([201, 409]).toContain(created.status);
    expect(reports.map(({ updated }) => updated)).toEqual([1, 1, 1, 1]);
    expect(await only()).toMatchObject({
      users: [{ ...ana, contacts: [{ value: 'a@example.com', isPrimary: true }] }],
    });
    expect((await only())?.users).toHaveLength(1);
  });
});
