import { Gateway } from '../gateway/gateway';
import { Scenario } from '../support/scenario';

describe('an action whose target users are found when it is sent', () => {
  let scenario: Scenario;
  let gateway: Gateway;

  beforeAll(async () => {
    scenario = await Scenario.start();
    gateway = await Gateway.open(scenario);
    const body = { strategy: 'ON_DISPATCH' };
    await gateway.actor.request('POST', '/api/activity-config/target-resolution', { body });
    await gateway.actor.request('POST', '/api/commerces', { body: { externalId: 'EMPTY', name: 'Empty' } });
  });
  afterAll(() => scenario.close());

  it('is executed with them', async () => {
    const answer = await gateway.post({ commerce_external_id: 'STORE-1' });
    expect(answer.body).toHaveProperty('Executed');
    expect(scenario.sink.requests.map(({ json }) => json)).toMatchObject([
      { commerce: { targetUsers: [{ firstName: 'Ana' }] } },
    ]);
  });

  it('has failed when there are none, without an attempt', async () => {
    const answer = await gateway.post({ commerce_external_id: 'EMPTY' });
    expect(answer.body).toMatchObject({ Failed: { code: 'CONFIGURATION', retryable: false, attempts: 0 } });
  });
});
