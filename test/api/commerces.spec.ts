import { startApi, type TestApi } from '../support/api';
import { createTenant, type TestTenant } from '../support/tenants';

interface Contact {
  id: string;
  type: string;
  value: string;
  isPrimary: boolean;
}

interface User {
  id: string;
  externalId: string | null;
  firstName: string;
  lastName: string | null;
  contacts: Contact[];
}

interface Commerce {
  id: string;
  externalId: string;
  name: string;
  users: User[];
}

const owner = {
  externalId: 'u-1',
  firstName: 'Ana',
  lastName: 'Rojas',
  roles: ['OWNER'],
  contacts: [
    { type: 'EMAIL', value: 'ana@example.com', isPrimary: true },
    { type: 'PHONE', value: '+56 9 1234 5678' },
  ],
};
const store = { externalId: 'c-1', name: 'Store One', taxId: '76.123-4', metadata: { is_big: true }, users: [owner] };

let api: TestApi;
let tenant: TestTenant;

beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const create = async (body: object = store) => {
  const created = await tenant.request<Commerce>('POST', '/api/commerces', { body });
  expect(created.status).toBe(201);
  return created.body;
};
const read = async (id: string) => (await tenant.request<Commerce>('GET', `/api/commerces/${id}`)).body;

describe('commerces', () => {
  it('are created with users and contacts, each with an id, and read back the same', async () => {
    const created = await create();
    expect(created).toMatchObject({ ...store, isActive: true });
    const [user] = created.users;
    expect([created.id, user?.id, user?.contacts[0]?.id].every((id) => id?.[14] === '7')).toBe(true);
    expect(await read(created.id)).toEqual(created);
  });

  it('say null, an empty object or an empty list where there is nothing', async () => {
    const { id } = await create({ external_id: 'c-2', name: 'Bare', users: [{ first_name: 'Bo', roles: [] }] });
    expect(await read(id)).toMatchObject({
      taxId: null,
      metadata: {},
      users: [{ externalId: null, lastName: null, roles: [], isActive: true, contacts: [] }],
    });
  });

  it('are changed field by field, without their users', async () => {
    const { id } = await create();
    const path = `/api/commerces/${id}`;
    const body = { tax_id: null, metadata: { some_key: [1] }, isActive: false };
    const changed = await tenant.request<Commerce>('PATCH', path, { body });
    expect(changed.body).toMatchObject({
      name: 'Store One',
      taxId: null,
      metadata: { some_key: [1] },
      isActive: false,
    });
    expect(changed.body.users).toHaveLength(1);
    expect((await tenant.request('PATCH', path, { body: { users: [] } })).status).toBe(400);
  });

  it('are deleted with their users', async () => {
    const { id, users } = await create();
    expect((await tenant.request('DELETE', `/api/commerces/${id}`)).status).toBe(204);
    expect((await tenant.request('GET', `/api/commerces/${id}/users/${users[0]?.id}`)).status).toBe(404);
    expect((await tenant.request('GET', `/api/commerces/${id}/users`)).status).toBe(404);
  });

  it.each([
    ['users[0].contacts[0].value', { users: [{ ...owner, contacts: [{ type: 'EMAIL', value: 'ana' }] }] }],
    ['users[0].contacts[0].value', { users: [{ ...owner, contacts: [{ type: 'WHATSAPP', value: '12 34' }] }] }],
    ['users[0].contacts', { users: [{ ...owner, contacts: [owner.contacts[0], owner.contacts[0]] }] }],
    ['users[0].contacts[0]', { users: [{ ...owner, contacts: [null] }] }],
    ['users[0].roles', { users: [{ ...owner, roles: ['BOSS'] }] }],
    ['users', { users: [owner, owner] }],
    ['metadata', { metadata: { text: 'x'.repeat(33_000) } }],
    ['metadata', { metadata: ['not', 'an', 'object'] }],
    ['name', { name: 'x'.repeat(301) }],
  ])('are refused with %s named when it is wrong', async (field, change) => {
    const { status, body } = await tenant.request<{ details: { field: string }[] }>('POST', '/api/commerces', {
      body: { ...store, ...change },
    });
    expect(status).toBe(400);
    expect(body.details.map((problem) => problem.field)).toContain(field);
  });

  it('have an externalId that is unique in the tenant; a refused create leaves nothing behind', async () => {
    await create();
    const again = await tenant.request('POST', '/api/commerces', { body: store });
    expect(again).toMatchObject({ status: 409, body: { code: 'CONFLICT', details: [{ field: 'externalId' }] } });
    const { body } = await tenant.request<{ data: Commerce[] }>('GET', '/api/commerces?externalId=c-1');
    expect(body.data.map(({ users }) => users.length)).toEqual([1]);
  });

  it('are found by name, externalId or taxId', async () => {
    await create();
    await create({ externalId: 'c-2', name: 'Kiosk', isActive: false });
    const found = async (query: string) => {
      const { body } = await tenant.request<{ data: Commerce[] }>('GET', `/api/commerces?${query}`);
      return body.data.map(({ externalId }) => externalId);
    };
    expect(await found('search=kio')).toEqual(['c-2']);
    expect(await found('search=76.123')).toEqual(['c-1']);
    expect(await found('isActive=true')).toEqual(['c-1']);
    expect(await found('search=c-')).toEqual(['c-2', 'c-1']);
  });

  it('and their people are written with MANAGE_COMMERCES only', async () => {
    const { id } = await create();
    const viewer = await tenant.key('VIEW_ACTIVITIES');
    const status = async (method: string, path: string, body?: object) =>
      (await tenant.request(method, `/api/commerces${path}`, { key: viewer, body })).status;
    expect(await status('GET', `/${id}/users`)).toBe(200);
    expect(await status('POST', '', store)).toBe(403);
    expect(await status('POST', `/${id}/users`, owner)).toBe(403);
    expect(await status('POST', '/sync', { items: [store] })).toBe(403);
    expect(await status('DELETE', `/${id}`)).toBe(403);
  });
});

describe('users of a commerce', () => {
  it('are added, listed, changed and deleted', async () => {
    const { id } = await create({ ...store, users: [] });
    const path = `/api/commerces/${id}/users`;
    const added = await tenant.request<User>('POST', path, { body: owner });
    expect(added).toMatchObject({ status: 201, body: owner });
    const conflict = { status: 409, body: { details: [{ field: 'externalId' }] } };
    expect(await tenant.request('POST', path, { body: owner })).toMatchObject(conflict);
    expect((await tenant.request<{ data: User[] }>('GET', path)).body.data).toEqual([added.body]);

    const one = `${path}/${added.body.id}`;
    const changed = await tenant.request<User>('PATCH', one, { body: { last_name: null, roles: ['ADMIN', 'ORDERS'] } });
    expect(changed.body).toMatchObject({ firstName: 'Ana', lastName: null, roles: ['ADMIN', 'ORDERS'] });
    expect((await tenant.request('DELETE', one)).status).toBe(204);
    expect((await tenant.request('GET', one)).status).toBe(404);
  });

  it('exist only under their own commerce and tenant', async () => {
    const { id, users } = await create();
    const other = await create({ externalId: 'c-2', name: 'Other' });
    const stranger = await createTenant(api);
    const userId = users[0]?.id ?? '';
    const contactId = users[0]?.contacts[0]?.id ?? '';
    const change = { firstName: 'Eve' };
    const contact = { type: 'OTHER', value: 'x' };
    for (const [as, commerceId] of [
      [tenant, other.id],
      [stranger, id],
    ] as const) {
      const path = `/api/commerces/${commerceId}/users/${userId}`;
      expect((await as.request('GET', path)).status).toBe(404);
      expect((await as.request('PATCH', path, { body: change })).status).toBe(404);
      expect((await as.request('DELETE', path)).status).toBe(404);
      expect((await as.request('POST', `${path}/contacts`, { body: contact })).status).toBe(404);
      expect((await as.request('PATCH', `${path}/contacts/${contactId}`, { body: contact })).status).toBe(404);
      expect((await as.request('DELETE', `${path}/contacts/${contactId}`)).status).toBe(404);
    }
    expect((await stranger.request('POST', `/api/commerces/${id}/users`, { body: owner })).status).toBe(404);
    expect((await stranger.request('PATCH', `/api/commerces/${id}`, { body: { name: 'Mine' } })).status).toBe(404);
    expect((await read(id)).users).toEqual(users);
  });
});

describe('contacts of a commerce user', () => {
  let commerce: Commerce;
  let path: string;

  beforeEach(async () => {
    commerce = await create();
    path = `/api/commerces/${commerce.id}/users/${commerce.users[0]?.id}/contacts`;
  });
  const primaries = async () =>
    (await read(commerce.id)).users[0]?.contacts.filter(({ isPrimary }) => isPrimary).map(({ value }) => value);

  it('demote the old primary of their type when they become primary', async () => {
    const second = { type: 'EMAIL', value: 'rojas@example.com', is_primary: true };
    const added = await tenant.request<Contact>('POST', path, { body: second });
    expect(added).toMatchObject({ status: 201, body: { value: 'rojas@example.com', isPrimary: true } });
    expect(await primaries()).toEqual(['rojas@example.com']);

    const [first] = commerce.users[0]?.contacts ?? [];
    await tenant.request('PATCH', `${path}/${first?.id}`, { body: { isPrimary: true } });
    expect(await primaries()).toEqual(['ana@example.com']);
    await tenant.request('POST', path, { body: { type: 'WHATSAPP', value: '+56912345678', isPrimary: true } });
    expect(await primaries()).toEqual(['ana@example.com', '+56912345678']);
  });

  it('are never primary twice, however many become so at once', async () => {
    const bodies = Array.from({ length: 8 }, (_, index) => {
      return { type: 'EMAIL', value: `ana${index}@example.com`, isPrimary: true };
    });
    const answers = await Promise.all(bodies.map((body) => tenant.request('POST', path, { body })));
    expect(answers.every(({ status }) => status === 201)).toBe(true);
    expect(await primaries()).toHaveLength(1);
  });

  it('are refused when they exist already or their value does not fit the type', async () => {
    const [email, phone] = commerce.users[0]?.contacts ?? [];
    const exists = await tenant.request('POST', path, { body: { type: 'EMAIL', value: 'ana@example.com' } });
    expect(exists).toMatchObject({ status: 409, body: { details: [{ field: 'value' }] } });
    const wrong = await tenant.request('PATCH', `${path}/${email?.id}`, { body: { value: 'nowhere' } });
    expect(wrong).toMatchObject({ status: 400, body: { details: [{ field: 'value' }] } });
    expect((await tenant.request('PATCH', `${path}/${phone?.id}`, { body: { type: 'EMAIL' } })).status).toBe(400);
    expect((await read(commerce.id)).users).toEqual(commerce.users);
  });

  it('are deleted', async () => {
    const [email] = commerce.users[0]?.contacts ?? [];
    expect((await tenant.request('DELETE', `${path}/${email?.id}`)).status).toBe(204);
    expect((await tenant.request('DELETE', `${path}/${email?.id}`)).status).toBe(404);
  });
});
