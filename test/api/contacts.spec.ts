import { startApi, type TestApi } from '../support/api';
import { execute } from '../support/sql';
import { createTenant, type TestTenant } from '../support/tenants';

interface Contact {
  id: string;
  type: string;
  value: string;
  normalValue: string | null;
  blockedAt: string | null;
  blockedReason: string | null;
}

interface Commerce {
  id: string;
  country: string | null;
  users: { id: string; contacts: Contact[] }[];
}

let api: TestApi;
let tenant: TestTenant;
beforeAll(async () => (api = await startApi()));
afterAll(() => api.close());
beforeEach(async () => {
  tenant = await createTenant(api);
});

const owner = (...values: string[]) => ({
  ...{ externalId: 'u-1', firstName: 'Ana', roles: ['OWNER'] },
  contacts: values.map((value) => ({ type: value.includes('@') ? 'EMAIL' : 'PHONE', value })),
});
const store = (fields: object = {}) => ({ externalId: 'c-1', name: 'Store One', ...fields });

async function create(fields: object): Promise<Commerce> {
  const { status, body } = await tenant.request<Commerce>('POST', '/api/commerces', { body: store(fields) });
  expect(status).toBe(201);
  return body;
}

async function sync(fields: object): Promise<void> {
  const answer = await tenant.request('POST', '/api/commerces/sync', { body: { items: [store(fields)] } });
  expect(answer).toMatchObject({ status: 200, body: { errors: [] } });
}

async function read(): Promise<Commerce> {
  const { body } = await tenant.request<{ data: Commerce[] }>('GET', '/api/commerces');
  const [commerce] = body.data;
  if (!commerce) throw new Error('no commerce');
  return commerce;
}

const shown = (commerce: Commerce) =>
  commerce.users.flatMap(({ contacts }) => contacts.map(({ value, normalValue }) => [value, normalValue]));
const stored = async () =>
  (
    await execute<{ normal_value: string | null }>(
      api,
      'SELECT normal_value FROM commerce_user_contacts WHERE tenant_id = $1 ORDER BY id',
      [tenant.id],
    )
  ).map((row) => row.normal_value);

const pathTo = ({ id, users: [user] }: Commerce) => `/api/commerces/${id}/users/${user?.id}/contacts`;

describe('the normal form of contacts', () => {
  const given = ['+57 300 123 4567', '300 765 4321', 'Ana@Store.Example', '12345'];
  const normal = ['+573001234567', '+573007654321', 'Ana@store.example', null];

  it('is shown beside what was given, whichever way the contacts came', async () => {
    const expected = given.map((value, index) => [value, normal[index]]);
    const made = await create({ country: 'CO', users: [owner(...given)] });
    expect(shown(made)).toEqual(expected);
    expect(made.country).toBe('CO');
    expect(shown(await read())).toEqual(expected);
    expect(await stored()).toEqual(normal);
    const added = await tenant.request<Contact>('POST', pathTo(made), {
      body: { type: 'WHATSAPP', value: '3001234567' },
    });
    expect(added.body).toMatchObject({ normalValue: '+573001234567', blockedAt: null, blockedReason: null });
    const body = { value: '300 111 2222' };
    const changed = await tenant.request<Contact>('PATCH', `${pathTo(made)}/${added.body.id}`, { body });
    expect(changed.body).toMatchObject({ value: '300 111 2222', normalValue: '+573001112222' });
    const user = await tenant.request<Commerce['users'][0]>('POST', `/api/commerces/${made.id}/users`, {
      body: { ...owner('300 333 4444'), externalId: 'u-2' },
    });
    expect(user.body.contacts).toMatchObject([{ normalValue: '+573003334444' }]);
  });

  it('is worked out in a sync, also where the store’s country is known from before', async () => {
    await sync({ country: 'CO' });
    await sync({ users: [owner(...given)] });
    expect(shown(await read())).toEqual(given.map((value, index) => [value, normal[index]]));
    expect(await stored()).toEqual(normal);
  });

  it('follows the country of the store', async () => {
    const made = await create({ users: [owner('300 765 4321')] });
    expect(shown(made)).toEqual([['300 765 4321', null]]);
    await tenant.request('PATCH', `/api/commerces/${made.id}`, { body: { country: 'CO' } });
    expect(await stored()).toEqual(['+573007654321']);
    await sync({ country: 'US' });
    expect(await stored()).toEqual(['+13007654321']);
    await sync({ country: null });
    expect([await stored(), (await read()).country]).toEqual([[null], null]);
  });

  it('goes by the tenant’s country where the store has none, and is never out of date by it', async () => {
    const change = async (country: string | null) =>
      api.request('PATCH', `/api/tenants/${tenant.id}`, { body: { settings: { country } } });
    expect(await change('CO')).toMatchObject({ status: 200, body: { settings: { country: 'CO' } } });
    const made = await create({ users: [owner('300 765 4321')] });
    expect(shown(made)).toEqual([['300 765 4321', '+573007654321']]);
    await change('US');
    expect(shown(await read())).toEqual([['300 765 4321', '+13007654321']]);
    await change(null);
    expect(shown(await read())).toEqual([['300 765 4321', null]]);
  });

  it('is worked out when it is read for contacts that were there before there were normal forms', async () => {
    await create({ country: 'CO', users: [owner(...given)] });
    await execute(api, 'UPDATE commerce_user_contacts SET normal_value = NULL WHERE tenant_id = $1', [tenant.id]);
    expect(shown(await read())).toEqual(given.map((value, index) => [value, normal[index]]));
  });

  it.each(['co', 'COL', 'XX', '', 57])('takes no country %j', async (country) => {
    const refusal = { status: 400, body: { code: 'VALIDATION_FAILED' } };
    const details = [{ field: 'country' }];
    const made = await tenant.request('POST', '/api/commerces', { body: store({ country }) });
    expect(made).toMatchObject({ ...refusal, body: { details } });
    const { body } = await tenant.request('POST', '/api/commerces/sync', { body: { items: [store({ country })] } });
    expect(body).toMatchObject({ errors: [{ code: 'VALIDATION_FAILED' }] });
    const settings = { country };
    const changed = await api.request('PATCH', `/api/tenants/${tenant.id}`, { body: { settings } });
    expect(changed).toMatchObject({ ...refusal, body: { details: [{ field: 'settings.country' }] } });
  });
});

describe('a blocked contact', () => {
  let commerce: Commerce;
  let contact: Contact;
  beforeEach(async () => {
    commerce = await create({ country: 'CO', users: [owner('300 123 4567')] });
    await execute(
      api,
      `UPDATE commerce_user_contacts SET blocked_at = now(), blocked_reason = 'replied STOP' WHERE tenant_id = $1`,
      [tenant.id],
    );
    [contact] = (await read()).users[0]?.contacts as [Contact];
  });

  const blocks = async () =>
    (await read()).users.flatMap(({ contacts }) => contacts.map(({ value, blockedReason }) => [value, blockedReason]));
  const change = (body: object, key?: string) =>
    tenant.request<Contact>('PATCH', `${pathTo(commerce)}/${contact.id}`, { body, ...(key !== undefined && { key }) });

  it('says since when and why', () => {
    expect(contact).toMatchObject({ blockedAt: expect.any(String) as string, blockedReason: 'replied STOP' });
  });

  it('stays blocked when it is synced or changed otherwise, in whatever way its address is written', async () => {
    await sync({ country: 'CO', users: [owner('300 123 4567', '+57 300 1234567')] });
    const body = { type: 'PHONE', value: '+573001234567' };
    expect((await tenant.request<Contact>('POST', pathTo(commerce), { body })).body).toMatchObject({
      blockedReason: 'replied STOP',
    });
    expect((await change({ isPrimary: true, value: '(300) 123-4567' })).body).toMatchObject({
      ...{ isPrimary: true, value: '(300) 123-4567', blockedReason: 'replied STOP' },
    });
    expect(await blocks()).toEqual([
      ['(300) 123-4567', 'replied STOP'],
      ['+57 300 1234567', 'replied STOP'],
      ['+573001234567', 'replied STOP'],
    ]);
  });

  it('is written to again when somebody takes the block off', async () => {
    expect((await change({ blockedAt: null })).body).toMatchObject({ blockedAt: null, blockedReason: null });
    expect(await blocks()).toEqual([['300 123 4567', null]]);
    const { body } = await tenant.request<{ data: object[] }>('GET', '/api/audit?action=commerce_contact.unblocked');
    expect(body.data).toMatchObject([
      {
        ...{ subjectId: contact.id, actor: 'platform' },
        before: { blockedReason: 'replied STOP' },
        after: { blockedAt: null, blockedReason: null },
      },
    ]);
  });

  it('is blocked as what it was then, whatever country counts later', async () => {
    const country = (code: string) =>
      api.request('PATCH', `/api/tenants/${tenant.id}`, { body: { settings: { country: code } } });
    await country('CO');
    // As it is stored where the store has no country of its own.
    await tenant.request('PATCH', `/api/commerces/${commerce.id}`, { body: { country: null } });
    await execute(api, `UPDATE commerce_user_contacts SET normal_value = '+573001234567' WHERE tenant_id = $1`, [
      tenant.id,
    ]);
    await sync({ users: [owner('300 123 4567')] });
    await change({ isPrimary: true });
    await country('CL');
    await change({ isPrimary: false });
    await sync({ country: 'CL', users: [owner('300 123 4567', '+57 300 1234567')] });
    expect(await blocks()).toEqual([
      ['300 123 4567', 'replied STOP'],
      ['+57 300 1234567', 'replied STOP'],
    ]);
  });

  it('has every way it is written freed together', async () => {
    await sync({ country: 'CO', users: [owner('300 123 4567', '+57 300 1234567')] });
    expect((await change({ blockedAt: null })).status).toBe(200);
    expect(await blocks()).toEqual([
      ['300 123 4567', null],
      ['+57 300 1234567', null],
    ]);
    await sync({ country: 'CO', users: [owner('300 123 4567', '+573001234567')] });
    expect((await blocks()).map(([, reason]) => reason)).toEqual([null, null, null]);
    const { body } = await tenant.request<{ data: object[] }>('GET', '/api/audit?action=commerce_contact.unblocked');
    expect(body.data).toHaveLength(2);
  });

  it('is another contact with another value', async () => {
    expect((await change({ value: '300 765 4321' })).body).toMatchObject({ blockedAt: null, blockedReason: null });
  });

  it('cannot be blocked by hand, nor freed by who may not change contacts', async () => {
    expect(await change({ blockedAt: '2026-01-01T00:00:00.000Z' })).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'blockedAt' }] } },
    });
    const key = await tenant.key('VIEW_ACTIVITIES', 'VIEW_CONTACTS');
    expect((await change({ blockedAt: null }, key)).status).toBe(403);
    expect(await blocks()).toEqual([['300 123 4567', 'replied STOP']]);
  });
});
