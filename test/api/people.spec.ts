import type { Permission } from '@errand/tenants';
import { Client } from 'pg';
import { peopleMatches } from '../../libs/master-data/src/commerces/people.sql';
import { startApi, type TestApi } from '../support/api';
import { ownerUrlOf } from '../support/database';
import { rowsRead } from '../support/rows-read';
import { createTenant, type TestTenant } from '../support/tenants';

interface PersonBody {
  id: string;
  firstName: string;
  commerce: { id: string; externalId: string; name: string };
  contacts: { type: string; value: string; normalValue: string | null }[];
}

interface PeopleBody {
  data: PersonBody[];
  meta: { total: number | null; totalIsCapped: boolean; matchedBy: string | null };
  nextCursor: string | null;
}

let api: TestApi;
let tenant: TestTenant;
/** By first name. */
let people: Record<string, PersonBody>;

const user = (firstName: string, lastName: string | null, ...values: string[]) => ({
  ...{ firstName, lastName, roles: ['OWNER'] },
  contacts: values.map((value) => ({ type: value.includes('@') ? 'EMAIL' : 'PHONE', value })),
});

beforeAll(async () => {
  api = await startApi();
  tenant = await createTenant(api);
  await tenant.request('PATCH', `/api/tenants/${tenant.id}`, { body: { settings: { country: 'CL' } } });
  const stores = [
    {
      ...{ externalId: 'C-100', name: 'La Esquina', country: 'CO' },
      users: [user('Ana', 'Rojas Soto', '+57 300 123 4567', 'Ana@Store.Example')],
    },
    {
      ...{ externalId: 'C-200', name: 'El Ñandú 100%' },
      users: [
        user('María José', 'Ñuñez', '9 1111 2222', 'mj@other.example'),
        user('Álvaro', null, '56 9 3333 4444', '12345678'),
      ],
    },
  ];
  for (const body of stores) await tenant.request('POST', '/api/commerces', { body });
  people = Object.fromEntries((await list()).data.map((person) => [person.firstName, person]));
});
afterAll(() => api.close());

async function list(query = '', key?: string): Promise<PeopleBody> {
  const options = key === undefined ? {} : { key };
  const { status, body } = await tenant.request<PeopleBody>('GET', `/api/people?${query}`, options);
  expect(status).toBe(200);
  return body;
}

/** By what a text finds people, and whom. */
async function found(text: string, key?: string): Promise<[string | null, ...string[]]> {
  const { data, meta } = await list(`search=${encodeURIComponent(text)}`, key);
  expect(meta.total).toBe(data.length);
  return [meta.matchedBy, ...data.map(({ firstName }) => firstName)];
}

describe('people', () => {
  it('are the users of all commerces, newest first, each with its store', async () => {
    const { data, meta, nextCursor } = await list();
    expect(data.map(({ firstName }) => firstName)).toEqual(['Álvaro', 'María José', 'Ana']);
    expect(meta).toEqual({ page: 1, limit: 25, total: 3, totalPages: 1, totalIsCapped: false, matchedBy: null });
    expect(nextCursor).toBeNull();
    expect(data[2]).toMatchObject({
      ...{ firstName: 'Ana', lastName: 'Rojas Soto', roles: ['OWNER'], isActive: true, externalId: null },
      commerce: { externalId: 'C-100', name: 'La Esquina' },
      contacts: [
        { type: 'PHONE', value: '+57 300 123 4567', normalValue: '+573001234567' },
        { type: 'EMAIL', value: 'Ana@Store.Example' },
      ],
    });
  });

  it('are read by page and by cursor', async () => {
    const first = await list('perPage=2');
    expect(first.data.map(({ firstName }) => firstName)).toEqual(['Álvaro', 'María José']);
    expect(first.meta).toMatchObject({ total: 3 });
    const second = await list(`perPage=2&cursor=${first.nextCursor}`);
    expect(second.data.map(({ firstName }) => firstName)).toEqual(['Ana']);
    expect([second.nextCursor, second.meta.total]).toEqual([null, null]);
    expect((await list('perPage=2&page=2&total=exact')).data).toHaveLength(1);
    const one = await list('search=c-200&perPage=1');
    expect(one.meta).toMatchObject({ total: 2, matchedBy: 'commerce' });
    expect((await list(`search=c-200&perPage=1&cursor=${one.nextCursor}`)).data[0]?.firstName).toBe('María José');
  });

  it('are none where there are none', async () => {
    const empty = await createTenant(api);
    const nobody = { status: 200, body: { data: [], meta: { total: 0, matchedBy: null }, nextCursor: null } };
    expect(await empty.request('GET', '/api/people')).toMatchObject(nobody);
    expect(await empty.request('GET', '/api/people?search=ana')).toMatchObject(nobody);
  });

  it('are read by their id', async () => {
    const { body } = await tenant.request<PersonBody>('GET', `/api/people/${people.Ana?.id}`);
    expect(body).toEqual(people.Ana);
    const stranger = await createTenant(api);
    for (const id of [people.Ana?.id, '01900000-0000-7000-8000-000000000000']) {
      expect(await stranger.request('GET', `/api/people/${id}`)).toMatchObject({
        ...{ status: 404, body: { code: 'NOT_FOUND' } },
      });
    }
    expect(await tenant.request('GET', '/api/people/ana')).toMatchObject({ status: 400 });
  });

  it.each([
    'search=',
    'search=%20',
    'page=0',
    'cursor=x',
    'total=some',
    'name=ana',
    'search=a%00',
    `search=${'x'.repeat(201)}`,
  ])('are refused by %s', async (query) => {
    const { status } = await tenant.request('GET', `/api/people?${query}`);
    expect(status).toBe(400);
  });
});

describe('a search for people', () => {
  it.each([
    ['rojas', 'name', 'Ana'],
    ['ANA ROJAS s', 'name', 'Ana'],
    ['maría', 'name', 'María José'],
    ['MARÍA JOSÉ ñ', 'name', 'María José'],
    ['Ñuñez', 'name', 'María José'],
    ['álv', 'name', 'Álvaro'],
    ['josé', 'name', 'María José'],
    ['SOTO', 'name', 'Ana'],
    ['  rojas ', 'name', 'Ana'],
    ['esquina', 'commerce', 'Ana'],
    ['C-100', 'commerce', 'Ana'],
    ['ÑANDÚ 100%', 'commerce', 'Álvaro', 'María José'],
  ])('for %s finds by %s', async (text, ...expected) => {
    expect(await found(text)).toEqual(expected);
  });

  it('takes every letter as it is', async () => {
    for (const text of ['_', String.raw`\ `, 'A_a', 'nobody', "'; --", 'ana%'])
      expect(await found(text)).toEqual([null]);
    expect(await found('%')).toEqual(['commerce', 'Álvaro', 'María José']);
  });

  it('finds by the id', async () => {
    expect(await found(people.Ana?.id ?? '')).toEqual(['id', 'Ana']);
    expect(await found('01900000-0000-7000-8000-000000000000')).toEqual([null]);
  });

  it.each([
    ['+573001234567', 'Ana'],
    ['57 300 123-4567', 'Ana'],
    ['+56 9 1111 2222', 'María José'],
    ['911112222', 'María José'],
    ['(9) 1111.2222', 'María José'],
    ['0056911112222', 'María José'],
    ['+56933334444', 'Álvaro'],
    ['9 3333 4444', 'Álvaro'],
    ['12345678', 'Álvaro'],
    ['ana@store.example', 'Ana'],
    ['MJ@Other.Example', 'María José'],
  ])('finds by the whole contact %s, whoever asks', async (text, name) => {
    expect(await found(text)).toEqual(['contact', name]);
    expect(await found(text, await tenant.key('VIEW_ACTIVITIES'))).toEqual(['contact', name]);
  });

  const beginnings = ['+57300', '57 300 12', '+56 9 1111 222', '91111', '56933', 'ana@st', 'mj@', 'Mj@other.exampl'];
  it.each(beginnings)('finds by the beginning %s for keys that are shown addresses', async (text) => {
    for (const permission of ['MANAGE_COMMERCES', 'VIEW_CONTACTS'] as const) {
      const key = await tenant.key(permission, 'VIEW_ACTIVITIES');
      expect((await found(text, key))[0]).toBe('contact');
    }
    expect(await found(text, await tenant.key('VIEW_ACTIVITIES'))).toEqual([null]);
  });

  it('tells other keys nothing by ends, wildcards and cases of addresses', async () => {
    const key = await tenant.key('VIEW_ACTIVITIES');
    for (const text of [
      '34567',
      '1234567',
      'store.example',
      '+5730012345__',
      'ana@%',
      '+57300123456',
      '3001234',
      'a@',
    ]) {
      expect([text, await found(text, key)]).toEqual([text, [null]]);
    }
  });

  it('does not find the people of another tenant', async () => {
    const other = await createTenant(api);
    const body = { externalId: 'C-300', name: 'Esquina', users: [user('Ana', 'Rojas', '+57 300 123 4567')] };
    await other.request('POST', '/api/commerces', { body });
    for (const text of ['ana', 'esquina', '+57 300 123 4567']) expect((await found(text)).slice(1)).toEqual(['Ana']);
  });
});

describe('who sees people', () => {
  const get = async (...permissions: Permission[]) => {
    const key = await tenant.key(...permissions);
    const one = await tenant.request<PersonBody>('GET', `/api/people/${people.Ana?.id}`, { key });
    const all = await tenant.request<PeopleBody>('GET', '/api/people?search=ana', { key });
    expect(all.status).toBe(one.status);
    if (one.status === 200) expect(all.body.data[0]).toEqual(one.body);
    return one;
  };

  it('sees their addresses with VIEW_CONTACTS or MANAGE_COMMERCES, else masked', async () => {
    for (const permissions of [['MANAGE_COMMERCES'], ['VIEW_ACTIVITIES', 'VIEW_CONTACTS']] as const) {
      expect((await get(...permissions)).body).toEqual(people.Ana);
    }
    const masked = await get('VIEW_ACTIVITIES');
    expect(masked.body.contacts).toMatchObject([
      { value: '+57 ••• 4567', normalValue: '+57 ••• 4567' },
      { value: 'A•••@store.example', normalValue: 'A•••@store.example' },
    ]);
    expect(JSON.stringify(masked.body)).not.toContain('300');
  });

  it('needs VIEW_ACTIVITIES or MANAGE_COMMERCES', async () => {
    expect(await get('VIEW_CONTACTS', 'CREATE_ACTIVITY')).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
  });
});

describe('among many', () => {
  const count = 3000;

  it('a contact and the beginning of a name are found without reading the others', async () => {
    const { id } = await createTenant(api);
    const client = new Client({ connectionString: ownerUrlOf(api.settings.databaseUrl ?? '') });
    await client.connect();
    await client.query(
      `WITH store AS (
         INSERT INTO commerces (tenant_id, id, external_id, name, metadata, is_active, created_at, updated_at)
         VALUES ($1, gen_random_uuid(), 'C-1', 'Store', '{}', true, now(), now()) RETURNING id),
       person AS (
         INSERT INTO commerce_users (tenant_id, id, commerce_id, first_name, last_name, roles, is_active, created_at, updated_at)
         SELECT $1, gen_random_uuid(), store.id, 'First' || i, 'Last' || i, '{OWNER}', true, now(), now()
         FROM store, generate_series(1, $2::int) i RETURNING id, first_name)
       INSERT INTO commerce_user_contacts
         (tenant_id, id, commerce_user_id, type, value, normal_value, is_primary, created_at, updated_at)
       SELECT $1, gen_random_uuid(), person.id, kind.type,
         CASE kind.type WHEN 'EMAIL' THEN first_name || '@store.example'
           ELSE '+56 9 ' || lpad(substr(first_name, 6), 8, '0') END,
         CASE kind.type WHEN 'PHONE' THEN '+569' || lpad(substr(first_name, 6), 8, '0') END, false, now(), now()
       FROM person, (VALUES ('EMAIL'), ('PHONE')) kind (type)`,
      [id, count],
    );
    await client.query('ANALYZE commerce_users, commerce_user_contacts');
    for (const [text, by, isWhole] of [
      ['+56 9 0000 0077', 'contact', false],
      ['+56 9 0000 007', 'contact', true],
      ['first77@store.example', 'contact', false],
      ['First77@', 'contact', true],
      ['first77', 'name', true],
      ['Last77', 'name', false],
    ] as const) {
      const match = [...peopleMatches(text, 'CL', isWhole)].find((one) => one.by === by) ?? {
        condition: '',
        values: [],
      };
      const statement = {
        name: 'people',
        text: `SELECT u.id FROM commerce_users u WHERE u.tenant_id = $1 AND ${match.condition} ORDER BY u.id DESC LIMIT 26`,
      };
      const read = await rowsRead(client, statement, [id, ...match.values]);
      expect({ text, isFew: read > 0 && read < 200 ? true : read }).toEqual({ text, isFew: true });
    }
    await client.end();
  });
});
