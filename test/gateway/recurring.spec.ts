import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';
import { attributesOf, Gateway } from './gateway';
import { type OccurrenceBody, Recurring } from './recurring';

let scenario: Scenario;
let gateway: Gateway;
let recurring: Recurring;

beforeAll(async () => {
  scenario = await Scenario.start(2);
});
afterAll(() => scenario.close());
beforeEach(async () => {
  scenario.sink.requests.length = 0;
  gateway = await Gateway.open(scenario);
  recurring = new Recurring(gateway.actor);
});

describe('x', () => {
  it('fires each second once, with two dispatchers', async () => {
    const { id } = await recurring.create({ cron_expression: '* * * * * *', max_executions: 3, metadata: { a: 1 } });
    const requests = await scenario.sink.waitForRequests(3);
    console.log(JSON.stringify(requests.map(({ json }) => json), null, 1), attributesOf(requests[0]));
    const done = await eventually(() => recurring.get(id), ({ status }) => status === 'completed');
    console.log(done, await recurring.occurrences(id));
    await delay(1500);
    expect(scenario.sink.requests).toHaveLength(3);
    void execute;
    void ({} as OccurrenceBody);
  });
});
