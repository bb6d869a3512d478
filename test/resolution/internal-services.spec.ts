import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type Actor, Scenario } from '../support/scenario';

/** A package of somebody else's, as PROVIDER_MODULES names it. */
const weatherModule = `
class Weather {
  async valuesFor(tenantId, subjects) {
    return subjects.map(({ commerce, reason }) => {
      if (reason === 'broken') throw new Error('hush');
      return { city: commerce.metadata.city, sky: 'blue' };
    });
  }
}
Reflect.defineMetadata('errand:internal-service', 'weather', Weather);
class WeatherModule {}
Reflect.defineMetadata('providers', [Weather], WeatherModule);
module.exports = WeatherModule;
`;

describe('internal services', () => {
  let directory: string;
  let scenario: Scenario;
  let actor: Actor;

  beforeAll(async () => {
    directory = fs.mkdtempSync(path.join(os.tmpdir(), 'errand-service-'));
    fs.writeFileSync(path.join(directory, 'weather.js'), weatherModule);
    scenario = await Scenario.start(1, { providerModules: [path.join(directory, 'weather.js')] });
  });
  afterAll(async () => {
    await scenario.close();
    fs.rmSync(directory, { recursive: true });
  });
  beforeEach(async () => {
    actor = await scenario.tenant();
    scenario.sink.requests.splice(0);
  });

  const valuesOf = async (fields: Record<string, unknown>) => {
    const { attributes } = await actor.create(fields);
    return Object.fromEntries((attributes as { key: string; value: unknown }[]).map(({ key, value }) => [key, value]));
  };

  it('say who the operator of a task is', async () => {
    const task = {
      ...{ type: 'TASK', channel: 'SALESMAN', assignedRouteId: actor.routeId, assignedOperatorId: actor.operatorId },
      attributeKeys: ['operator_info', 'operator_info.name'],
    };
    expect(await valuesOf(task)).toEqual({
      operator_info: {
        ...{ id: actor.operatorId, externalId: 'OP-1', name: 'Olga', type: 'SALESMAN' },
        ...{ email: 'olga@field.example', phone: null },
      },
      'operator_info.name': 'Olga',
    });
  });

  it('say what the store’s last result was, by when it occurred, and nothing of what was replaced', async () => {
    await actor.yom();
    const keys = { attributeKeys: ['last_result'] };
    expect(await actor.create(keys)).toMatchObject({ status: 'UNRESOLVED' });

    const { id } = await actor.create();
    await actor.untilStatus(id, 'DISPATCHED');
    const task = { result: 'ORDER', comment: 'two boxes', contactType: 'INBOUND', operatorExternalId: 'OP-1' };
    await actor.result({ activityId: id, occurredAt: '2026-03-02T10:00:00.000Z', taskResult: task });
    await actor.result({ commerceExternalId: 'STORE-1', status: 'PENDING', occurredAt: '2026-03-01T10:00:00.000Z' });
    const { last_result: value } = await valuesOf(keys);
    expect(value).toMatchObject({
      ...{ activityId: id, status: 'COMPLETED', occurredAt: '2026-03-02T10:00:00.000Z' },
      ...{ result: 'ORDER', comment: 'two boxes', contactType: 'INBOUND', operatorExternalId: 'OP-1' },
    });

    const corrected = { activityId: id, status: 'NOT_EXECUTED', hardOverride: true };
    await actor.result({ ...corrected, occurredAt: '2026-03-01T12:00:00.000Z' });
    expect(await valuesOf({ attributeKeys: ['last_result.status'] })).toEqual({ 'last_result.status': 'NOT_EXECUTED' });
  });

  it('are added by a Nest module of one’s own, at creation and at dispatch alike', async () => {
    await actor.yom();
    await actor.request('PATCH', `/api/commerces/${actor.commerceId}`, { body: { metadata: { city: 'Lima' } } });
    expect(await valuesOf({ attributeKeys: ['weather'] })).toEqual({ weather: { city: 'Lima', sky: 'blue' } });
    await actor.request('POST', '/api/activity-config/attribute-policies', {
      body: { key: 'weather.sky', strategy: 'ON_DISPATCH', resolver: 'INTERNAL_SERVICE' },
    });
    scenario.sink.requests.splice(0);
    const { id } = await actor.create({ attributeKeys: ['weather.sky'] });
    await actor.untilStatus(id, 'DISPATCHED');
    const sent = scenario.sink.requests.map(({ json }) => json as { id: string; attributes: object });
    expect(sent.find((payload) => payload.id === id)?.attributes).toEqual({ 'weather.sky': 'blue' });
  });

  it('that fail or are not there make the attribute FAILED, without telling more', async () => {
    const broken = await actor.create({ reason: 'broken', attributeKeys: ['weather'] });
    expect(broken.lastError?.message).toBe('weather: internal service weather failed');
    await actor.request('POST', '/api/activity-config/attribute-policies', {
      body: { key: 'tides', strategy: 'UPFRONT', resolver: 'INTERNAL_SERVICE' },
    });
    const absent = await actor.create({ attributeKeys: ['tides'] });
    expect(absent.lastError?.message).toBe('tides: internal service tides does not exist');
  });
});
