import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { type Actor, Scenario } from '../support/scenario';

interface Preview {
  config: { id: string | null; name: string };
  recipient: { value: string } | null;
  request: { method: string; url: string; headers: Record<string, string>; body: string } | null;
  rendered: Record<string, unknown>;
  segments: { encoding: string; count: number; nonGsm: string[] } | null;
  warnings: { field: string; message: string }[];
  error: { code: string; variable: string | null; message: string } | null;
}
interface Probe {
  ok: boolean;
  requestExcerpt: string | null;
  responseExcerpt: string | null;
  [field: string]: unknown;
}

let scenario: Scenario;
let actor: Actor;

beforeAll(async () => {
  scenario = await Scenario.start(1, { providerModules: [join(__dirname, 'person-provider.ts')] });
  actor = await scenario.tenant();
});

afterAll(() => scenario.close());

const password = 'pass-word/4711';
const person = (settings: object, fields: object = {}) => ({
  ...{ name: `person-${randomUUID()}`, providerCode: 'PERSON', channel: 'SMS', baseUrl: scenario.sink.url },
  credentials: { user: 'acme-user', password },
  settings,
  ...fields,
});
const configs = '/api/dispatch-configs';
const post = <Body>(path: string, body?: unknown) => actor.request<Body>('POST', `${configs}${path}`, { body });
const created = async (body: object) => {
  const answer = await post<{ id: string; warnings: unknown[] }>('', body);
  expect(answer).toMatchObject({ status: 201 });
  return answer.body;
};

/** What a key with some permissions gets. */
async function as<Body>(permissions: string[], path: string, body: unknown, bounds: object = {}) {
  const given = { name: randomUUID(), permissions, ...bounds };
  const { body: made } = await actor.request<{ plaintextKey: string }>('POST', '/api/api-keys', { body: given });
  return scenario.api.request<Body>('POST', `${configs}${path}`, { body, key: made.plaintextKey });
}

describe('a template that is saved', () => {
  it.each([
    [{ body: 'Hi\n  {{ a | nothing }}' }, 'settings.body', 2, 3],
    [{ body: 'x', lines: ['y', '{% if %}'] }, 'settings.lines[1]', 1, undefined],
    [{ body: 'x', extras: { '1': '{{ a' } }, 'settings.extras.1', 1, 1],
    [{ body: '{% include "/etc/passwd" %}' }, 'settings.body', 1, 1],
    [{ body: '{{ "now" | date: "%Y" }}' }, 'settings.body', 1, 1],
  ])('is refused where it does not compile: %j', async (settings, field, line, column) => {
    const refusal = {
      status: 400,
      body: {
        code: 'VALIDATION_FAILED',
        details: [
          { field, line, column: column ?? (expect.any(Number) as number), message: expect.any(String) as string },
        ],
      },
    };
    expect(await post('', person(settings))).toMatchObject(refusal);
    const { id } = await created(person({ body: 'x' }));
    expect(await actor.request('PATCH', `${configs}/${id}`, { body: { settings } })).toMatchObject(refusal);
  });

  it.each([
    [{}, 'is required'],
    [{ body: '' }, 'must not be empty'],
    [{ body: ' \n' }, 'must not be blank'],
  ])('is refused when it is required and is %j', async (settings, message) => {
    expect(await post('', person(settings))).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'settings.body', message }] } },
    });
  });

  it('is stored with warnings of what it will probably miss', async () => {
    const settings = {
      body: '{{ atributes.x }} {{ commerce.nome }} {{ recipient.lastName }} {{ operator.name }}',
      lines: ['{{ attributes.x }}'],
    };
    const warned = await created(person(settings));
    const messages = [
      'there is no variable atributes.x',
      'there is no variable commerce.nome',
      'recipient.lastName can be null',
      'operator.name is missing on most activities of SMS',
    ];
    expect(warned.warnings).toEqual(
      messages.map((message) => ({ field: 'settings.body', message: expect.stringContaining(message) as string })),
    );
    const changed = await actor.request<{ warnings: unknown[] }>('PATCH', `${configs}/${warned.id}`, {
      body: { settings: { body: '{{ recipient.lastName | default: "you" }}' } },
    });
    expect(changed.body.warnings).toEqual([]);
  });

  it('is compared with the attribute keys of the tenant, where there are any', async () => {
    const other = await scenario.tenant();
    const body = { key: 'discount', label: 'Discount' };
    await other.request('POST', '/api/activity-config/attribute-keys', { body });
    const config = person({ body: '{{ attributes.discount }}{{ attributes.discuont }}' });
    const answer = await other.request<{ warnings: unknown[] }>('POST', configs, { body: config });
    expect(answer.body.warnings).toEqual([
      { field: 'settings.body', message: 'attributes.discuont is not one of the attribute keys (there are discount)' },
    ]);
  });
});

describe('a preview', () => {
  it('shows the call that would be made, without any credential in whatever form, and makes none', async () => {
    const before = scenario.sink.requests.length;
    const settings = {
      body: 'Hola {{ recipient.firstName }}: {{ attributes.discount }}',
      lines: ['{{ commerce.name }}'],
      extras: { a: '[{{ reason }}]' },
    };
    const sample = {
      reason: 'promo',
      attributes: { discount: '10 € — está' },
      commerce: { name: 'Corner "Store"' },
      recipient: { firstName: 'Ana', value: '+573001112345' },
    };
    const config = person(settings);
    const { status, body } = await post<Preview>('/preview', { config, sample });
    expect({ status, body }).toMatchObject({
      status: 200,
      body: {
        config: { id: null, name: config.name, providerCode: 'PERSON' },
        recipient: { firstName: 'Ana', lastName: 'Probe', name: 'Ana Probe', type: 'PHONE', value: '+573001112345' },
        request: {
          method: 'POST',
          url: `${scenario.sink.url}/users/•••/messages?to=%2B573001112345`,
          headers: { authorization: 'Basic •••', 'x-signature': '•••' },
        },
        rendered: { body: 'Hola Ana: 10 € — está', lines: ['Corner "Store"'], extras: { a: '["promo"]' } },
        segments: { encoding: 'UCS-2', count: 1, nonGsm: ['—', 'á'] },
        ...{ warnings: [], error: null },
      },
    });
    expect(JSON.parse(body.request?.body ?? '')).toMatchObject({
      to: '+573001112345',
      secret: '•••',
      body: 'Hola Ana: 10 € — está',
    });
    expect(JSON.stringify(body)).not.toMatch(/pass-word|4711|acme-user/);
    expect(scenario.sink.requests).toHaveLength(before);
    const list = await actor.request<{ data: { name: string }[] }>('GET', configs);
    expect(list.body.data.map(({ name }) => name)).not.toContain(config.name);
  });

  it('tells the variable that is missing, and what could be rendered', async () => {
    const config = person({ body: '{{ attributes.discount }}', lines: ['{{ reason }}'] });
    expect(await post<Preview>('/preview', { config })).toMatchObject({
      status: 200,
      body: {
        request: null,
        rendered: { lines: ['errand_probe'] },
        error: {
          code: 'TEMPLATE_FAILED',
          variable: 'attributes.discount',
          message: 'settings.body: attributes.discount is missing',
        },
      },
    });
  });

  it('tells when nobody would be reached', async () => {
    const config = person({ body: 'x' });
    expect(await post<Preview>('/preview', { config, sample: { recipient: null } })).toMatchObject({
      ...{ status: 200, body: { request: null, recipient: null, error: { code: 'NO_RECIPIENT' } } },
    });
  });

  it('is of a stored config too, also as it would be after a change, for an activity as the dispatcher has it', async () => {
    const stored = person({ body: 'Hi {{ recipient.name }} of {{ commerce.name }}: {{ attributes.n }}' });
    const { id } = await created({ ...stored, isActive: false });
    const { id: activityId } = await actor.create({ channel: 'SMS', attributes: [{ key: 'n', value: 7 }] });
    const seen = await post<Preview>('/preview', { id, activityId });
    expect(seen.body).toMatchObject({
      config: { id, name: stored.name },
      rendered: { body: 'Hi Ana Rojas of Corner Store: 7' },
    });
    expect(seen.body.request?.headers['idempotency-key']).toBe(activityId);
    const config = { ...stored, credentials: undefined, settings: { body: 'Bye {{ recipient.name }}' } };
    expect((await post<Preview>('/preview', { id, config, activityId })).body).toMatchObject({
      request: { headers: { authorization: 'Basic •••' } },
      rendered: { body: 'Bye Ana Rojas' },
    });
    const onMail = { ...stored, channel: 'EMAIL' };
    expect(await post('/preview', { config: onMail, activityId })).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'activityId' }] } },
    });
  });

  it('masks addresses, in the call as well, for keys that may not see contacts', async () => {
    const asked = {
      config: person({ body: 'Call {{ recipient.value }}' }),
      sample: { recipient: { value: '+573001112345' } },
    };
    for (const permission of ['VIEW_CONTACTS', 'MANAGE_COMMERCES']) {
      const seen = await as<Preview>(['MANAGE_ACTIVITY_CONFIG', permission], '/preview', asked);
      expect(seen.body.recipient?.value).toBe('+573001112345');
    }
    const { body } = await as<Preview>(['MANAGE_ACTIVITY_CONFIG'], '/preview', asked);
    expect(body).toMatchObject({ recipient: { value: '+57 ••• 2345' }, rendered: { body: 'Call +57 ••• 2345' } });
    expect(body.request?.url).toContain('to=+57 ••• 2345');
    expect(JSON.stringify(body)).not.toContain('3001112345');
  });

  it('shows nothing of an address that a template takes apart to keys that may not see contacts', async () => {
    const apart = '{{ recipient.value | split: "" | join: "-" }} {{ attributes.phone | slice: 0, 9 }}';
    const sample = { commerce: null, recipient: { value: '+573001112345' }, attributes: { phone: ['+573009998888'] } };
    const asked = { config: person({ body: apart.replace('attributes.phone', 'attributes.phone | first') }), sample };
    const seen = await as<Preview>(['MANAGE_ACTIVITY_CONFIG', 'VIEW_CONTACTS'], '/preview', asked);
    expect(seen.body.rendered.body).toBe('+-5-7-3-0-0-1-1-1-2-3-4-5 +57300999');
    const { body } = await as<Preview>(['MANAGE_ACTIVITY_CONFIG'], '/preview', asked);
    expect(body.error).toBeNull();
    expect(body.rendered.body).toBe('+-5-7-0-0-0-0-0-0-2-3-4-5 +57000000');
    expect(body.segments).toEqual(seen.body.segments);
  });

  it('refuses what is no config, no sample, no activity or not for the key', async () => {
    const config = person({ body: 'x' });
    const field = async (body: unknown) => {
      const { status, body: problem } = await post<{ details: { field: string }[] }>('/preview', body);
      return [status, problem.details.map((detail) => detail.field)];
    };
    expect(await field({})).toEqual([400, ['config']]);
    expect(await field({ config: { ...config, settings: { body: '{{' } } })).toEqual([400, ['settings.body']]);
    expect(await field({ config, sample: { recipient: { value: 5, nobody: 1 } } })).toEqual([
      400,
      ['sample.recipient.value', 'sample.recipient.nobody'],
    ]);
    expect(await field({ config, sample: { attributes: 1, commerce: { targetUsers: [1] } } })).toEqual([
      400,
      ['sample.attributes', 'sample.commerce.targetUsers[0]'],
    ]);
    expect(await field({ config, sample: {}, activityId: randomUUID() })).toEqual([400, ['sample']]);
    expect(await post('/preview', { config, activityId: randomUUID() })).toMatchObject({ status: 404 });
    expect(await post('/preview', { id: randomUUID() })).toMatchObject({ status: 404 });
    expect(await as(['VIEW_ACTIVITIES'], '/preview', { config })).toMatchObject({ status: 403 });
    const { id } = await created(config);
    const bound = { channels: ['EMAIL'] };
    expect(await as(['MANAGE_ACTIVITY_CONFIG'], '/preview', { config }, bound)).toMatchObject({ status: 403 });
    expect(await as(['MANAGE_ACTIVITY_CONFIG'], '/preview', { id }, bound)).toMatchObject({ status: 403 });
    expect(await as(['MANAGE_ACTIVITY_CONFIG'], '/test', { config }, bound)).toMatchObject({ status: 403 });
    const other = await scenario.tenant();
    expect(await other.request('POST', `${configs}/preview`, { body: { id } })).toMatchObject({ status: 404 });
  });

  it('is there for the providers that write to nobody in particular', async () => {
    const yom = {
      name: 'y',
      providerCode: 'YOM',
      channel: 'SALESMAN',
      baseUrl: scenario.sink.url,
      credentials: { apiKey: 'key-4711' },
    };
    expect((await post<Preview>('/preview', { config: yom })).body).toMatchObject({
      request: { method: 'POST', url: `${scenario.sink.url}/activities`, headers: { 'x-api-key': '•••' } },
      ...{ recipient: null, rendered: {}, segments: null, warnings: [], error: null },
    });
    const mock = { name: 'm', providerCode: 'MOCK', channel: 'PUSH' };
    expect((await post<Preview>('/preview', { config: mock })).body).toMatchObject({ request: null, error: null });
  });
});

describe('a test call', () => {
  const recipient = { type: 'PHONE', value: '+573001112345' };

  it('needs somebody to send to where the provider addresses a person', async () => {
    const { id } = await created(person({ body: 'x' }));
    const missing = { status: 400, body: { details: [{ field: 'recipient' }] } };
    expect(await post(`/${id}/test`)).toMatchObject(missing);
    expect(await post('/test', { config: person({ body: 'x' }) })).toMatchObject(missing);
    expect(await post(`/${id}/test`, { recipient: { type: 'EMAIL', value: 'a@b.example' } })).toMatchObject({
      ...{ status: 400, body: { details: [{ field: 'recipient.type' }] } },
    });
  });

  it('sends what is given, saved or not, and tells of both sides', async () => {
    const settings = { body: 'Hi {{ attributes.n }}' };
    const { id } = await created(person(settings));
    const given = { recipient, payload: { attributes: { n: 7 } } };
    for (const [path, body] of [
      [`/${id}/test`, given],
      ['/test', { ...given, config: person(settings) }],
    ] as const) {
      scenario.sink.requests.length = 0;
      scenario.sink.answerNext({ status: 202, body: { echo: password, long: 'é'.repeat(4000) } });
      const answer = await post<Probe>(path, body);
      expect(answer).toMatchObject({ status: 200, body: { ok: true, disposition: 'ACCEPTED', httpStatus: 202 } });
      expect(scenario.sink.requests).toMatchObject([{ json: { to: '+573001112345', body: 'Hi 7' } }]);
      const { requestExcerpt, responseExcerpt } = answer.body;
      expect(requestExcerpt).toContain('authorization: Basic •••\n');
      expect(requestExcerpt).toContain('"body":"Hi 7"');
      expect(`${requestExcerpt}${responseExcerpt}`).not.toContain(password);
      expect(Buffer.byteLength(responseExcerpt ?? '')).toBeLessThanOrEqual(4096);
      expect(responseExcerpt).toMatch(/é$/);
    }
    const unseen = await as<Probe>(['MANAGE_ACTIVITY_CONFIG'], `/${id}/test`, given);
    expect(unseen.body).toMatchObject({ ok: true, requestExcerpt: null });
  });

  it('fails with the variable that is missing, without a call', async () => {
    scenario.sink.requests.length = 0;
    const config = person({ body: '{{ attributes.discount }}' });
    expect(await post<Probe>('/test', { config, recipient })).toMatchObject({
      status: 200,
      body: {
        ...{ ok: false, disposition: 'REJECTED', errorCode: 'TEMPLATE_FAILED', httpStatus: null, requestExcerpt: null },
        message: expect.stringContaining('attributes.discount') as string,
      },
    });
    expect(scenario.sink.requests).toEqual([]);
  });
});

describe('an activity whose template fails', () => {
  it.each([
    ['{{ attributes.discount }}', 'settings.body: attributes.discount is missing'],
    ['{% if attributes.discount %}x{% endif %}', 'settings.body comes out empty'],
  ])('is FAILED at once, and says why: %s', async (body, message) => {
    const own = await scenario.tenant();
    const config = await own.request('POST', configs, { body: person({ body }) });
    expect(config).toMatchObject({ status: 201 });
    const activity = await own.create({ channel: 'SMS' });
    const failed = await own.untilStatus(activity.id, 'FAILED');
    expect(failed).toMatchObject({
      dispatchAttemptCount: 1,
      lastError: { code: 'TEMPLATE_FAILED', disposition: 'REJECTED', message },
    });
  });
});

describe('the list of providers', () => {
  it('is enough to draw a form', async () => {
    interface Provider {
      code: string;
      callbacks: boolean;
      channelDefinitions: { channel: string; addressesPerson: boolean; credentials: object[]; settings: object[] }[];
    }
    const { body } = await actor.request<{ data: Provider[] }>('GET', '/api/dispatch-providers');
    const provider = body.data.find(({ code }) => code === 'PERSON');
    expect(provider).toMatchObject({
      callbacks: false,
      channelDefinitions: [{ channel: 'SMS', addressesPerson: true }, {}],
    });
    expect(provider?.channelDefinitions[0]?.settings[0]).toEqual({
      ...{
        key: 'body',
        label: 'Text',
        type: 'text',
        options: [],
        required: true,
        secret: false,
        decidesDestination: false,
      },
      ...{ default: null, description: 'What is written.', help: null, group: null, isTemplate: true },
    });
  });
});
