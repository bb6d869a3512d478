import { type Actor, type ActivityBody, Scenario } from '../support/scenario';

interface Submitted {
  status: number;
  body: { code?: string; details?: unknown; activityId?: string; kind?: string };
}

describe('a result by the provider’s id', () => {
  let scenario: Scenario;
  let actor: Actor;
  const configs: Record<'EMAIL' | 'WHATSAPP', string> = { EMAIL: '', WHATSAPP: '' };
  let otherStore: string;

  beforeAll(async () => {
    scenario = await Scenario.start();
  });
  afterAll(() => scenario.close());
  beforeEach(async () => {
    actor = await scenario.tenant();
    for (const channel of ['EMAIL', 'WHATSAPP'] as const) configs[channel] = await actor.yom({ channel });
    const users = [{ firstName: 'Bo', roles: ['OWNER'], contacts: [{ type: 'WHATSAPP', value: '+56922223333' }] }];
    const body = { externalId: 'STORE-2', name: 'Second', users };
    otherStore = (await actor.request<{ id: string }>('POST', '/api/commerces', { body })).body.id;
  });

  async function sent(providerId: string, fields: Record<string, unknown> = {}): Promise<ActivityBody> {
    scenario.sink.answerNext({ body: { id: providerId } });
    const { id } = await actor.create(fields);
    return actor.untilStatus(id, 'DISPATCHED');
  }

  const submit = (body: object, path = '/api/activity-results') =>
    actor.request<Submitted['body']>('POST', path, { body: { status: 'COMPLETED', ...body } });

  it('goes to the activity of the store that is named', async () => {
    const one = await sent('1');
    const two = await sent('1', { commerceId: otherStore });
    const done = await submit({ providerActivityId: '1', commerceExternalId: 'STORE-1' });
    expect(done).toMatchObject({ status: 201, body: { activityId: one.id, kind: 'LINKED' } });
    expect((await actor.get(two.id)).status).toBe('DISPATCHED');
  });

  it('goes to the activity of the account that is named', async () => {
    const byMail = await sent('1', { channel: 'EMAIL' });
    const byPhone = await sent('1');
    const done = await submit({ providerActivityId: '1', dispatchConfigId: configs.EMAIL.toUpperCase() });
    expect(done).toMatchObject({ status: 201, body: { activityId: byMail.id } });
    expect((await actor.get(byPhone.id)).status).toBe('DISPATCHED');
  });

  it('stands alone on the named store when it is no activity’s of that store or account', async () => {
    const { id } = await sent('1');
    const elsewhere = await submit({ providerActivityId: '1', commerceExternalId: 'STORE-2' });
    expect(elsewhere).toMatchObject({ status: 201, body: { activityId: null, kind: 'STANDALONE' } });
    const unknown = await submit({ providerActivityId: '1', dispatchConfigId: configs.EMAIL });
    expect(unknown).toMatchObject({ status: 404, body: { code: 'NOT_FOUND' } });
    expect((await actor.get(id)).status).toBe('DISPATCHED');
  });

  it('goes to what still waits for one before what is final, be that newer', async () => {
    const waiting = await sent('1');
    const ended = await sent('1');
    await submit({ activityId: ended.id });
    expect(await submit({ providerActivityId: '1' })).toMatchObject({ status: 201, body: { activityId: waiting.id } });
    expect(await submit({ providerActivityId: '1', hardOverride: true })).toMatchObject({
      status: 409,
      body: { code: 'AMBIGUOUS_PROVIDER_ID' },
    });
  });

  it.each([
    ['alone', '/api/activity-results'],
    ['for a task', '/api/activity-results/tasks'],
    ['of a field system', '/api/integration/activity-results/tasks'],
    ['in bulk', '/api/activity-results/bulk'],
  ])('%s is refused with the candidates when several are left', async (_, path) => {
    const activities = [await sent('1', { channel: 'EMAIL' }), await sent('1', { commerceId: otherStore })];
    const [mail, phone] = activities;
    const result = { providerActivityId: '1', status: path.includes('integration') ? 'EFFECTIVE' : 'COMPLETED' };
    const code = 'AMBIGUOUS_PROVIDER_ID';
    const candidates = [
      {
        activityId: phone?.id,
        dispatchConfigId: configs.WHATSAPP,
        status: 'DISPATCHED',
        commerceExternalId: 'STORE-2',
      },
      { activityId: mail?.id, dispatchConfigId: configs.EMAIL, status: 'DISPATCHED', commerceExternalId: 'STORE-1' },
    ];
    if (path.endsWith('bulk')) {
      const other = { activityId: mail?.id, status: 'PENDING' };
      const { status, body } = await actor.request('POST', path, { body: { results: [result, other] } });
      expect(status).toBe(200);
      expect(body).toMatchObject({
        results: [{ status: 'invalid', result: null, error: { code, details: { candidates } } }, { status: 'applied' }],
      });
    } else {
      expect(
        await actor.request('POST', path, { key: await actor.tenant.key('SUBMIT_ACTIVITY_RESULT'), body: result }),
      ).toMatchObject({
        status: 409,
        body: { code, details: { candidates } },
      });
    }
    for (const { id } of activities) expect((await actor.get(id)).status).toBe('DISPATCHED');
  });

  it('of two that come at once for one waiting activity, takes one and refuses the other', async () => {
    const ended = await sent('1');
    await submit({ activityId: ended.id });
    const waiting = await sent('1');
    const answers = await Promise.all([1, 2].map(() => submit({ providerActivityId: '1' })));
    const [taken, refused] = answers.sort((a, b) => a.status - b.status);
    expect(taken).toMatchObject({ status: 201, body: { activityId: waiting.id } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'AMBIGUOUS_PROVIDER_ID' } });
  });

  it('is refused when it names an activity and another store than its own, also while it is being sent', async () => {
    const { id } = await sent('1');
    for (const commerceExternalId of ['STORE-2', 'NOWHERE']) {
      expect(await submit({ activityId: id, commerceExternalId })).toMatchObject({
        status: 409,
        body: { code: 'CONFLICT', details: [{ field: 'commerceExternalId' }] },
      });
    }
    scenario.sink.answerNext('hang');
    const inFlight = await actor.create();
    await actor.until(inFlight.id, ({ waitingFor }) => waitingFor?.reason === 'IN_FLIGHT');
    const held = await submit({ activityId: inFlight.id, commerceExternalId: 'STORE-2' });
    expect(held).toMatchObject({ status: 409, body: { code: 'CONFLICT' } });
    expect((await submit({ activityId: id, commerceExternalId: 'STORE-1' })).status).toBe(201);
  });

  it('is refused when the id is blank', async () => {
    expect(await submit({ providerActivityId: ' \t', commerceExternalId: 'STORE-1' })).toMatchObject({
      status: 400,
      body: { code: 'VALIDATION_FAILED', details: [{ field: 'providerActivityId' }] },
    });
  });
});
