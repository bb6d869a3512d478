import { Gateway } from '../gateway/gateway';
import { Recurring } from '../gateway/recurring';
import { Scenario } from '../support/scenario';
import { execute } from '../support/sql';

interface Listed {
  id: string;
  cut?: string[];
}

const count = 6;
const textOf = (length: number) => `repeat('x', ${length})`;
const text = textOf(1_000_000);

describe('a list of what carries megabytes', () => {
  let scenario: Scenario;

  beforeAll(async () => {
    scenario = await Scenario.start(0);
  });
  afterAll(() => scenario.close());

  /** The first few of a list are whole, and the last of it is whole by its id. */
  const expectCut = async (actor: Gateway['actor'], path: string, member: string, cut: string[]) => {
    const list = await actor.request<Record<string, Listed[]>>('GET', path);
    const items = list.body[member] ?? [];
    expect(items.map((item) => item.cut)).toEqual([undefined, undefined, undefined, undefined, cut, cut]);
    expect(JSON.stringify(list.body).length).toBeLessThan(5_000_000);
    const { body } = await actor.request<Listed>('GET', `${path}/${items.at(-1)?.id}`);
    expect(body.cut).toBeUndefined();
    expect(JSON.stringify(body).length).toBeGreaterThan(1_000_000);
  };

  it('leaves out what is beyond some megabytes, and says so', async () => {
    const { actor } = await Gateway.open(scenario);
    const recurring = new Recurring(scenario, actor);
    for (let n = 0; n < count; n += 1) {
      const { id } = await actor.create({ attributes: [{ key: 'a', value: 'b' }] });
      await actor.result({ commerceExternalId: 'STORE-1', rawPayload: { id } });
      await recurring.create();
    }
    const where = `WHERE tenant_id = '${actor.tenant.id}'`;
    await execute(scenario.api, `UPDATE activity_attributes SET value = to_jsonb(${text}) ${where}`);
    await execute(scenario.api, `UPDATE activity_results SET raw_payload = to_json(${text}) ${where}`);
    await execute(scenario.api, `UPDATE recurring_actions SET payload = to_jsonb(${text}) ${where}`);
    await expectCut(actor, '/api/activities', 'data', ['attributes', 'metadata']);
    await expectCut(actor, '/api/activity-results', 'data', ['rawPayload', 'taskResult.payload']);
    await expectCut(actor, '/v1/recurring', 'recurring_actions', ['payload', 'metadata']);
  });

  it('counts what is compressed where it is stored', async () => {
    const { actor } = await Gateway.open(scenario);
    for (let n = 0; n < 20; n += 1) await actor.create({ attributes: [{ key: 'a', value: 'b' }] });
    const where = `WHERE tenant_id = '${actor.tenant.id}'`;
    await execute(scenario.api, `UPDATE activity_attributes SET value = to_jsonb(${textOf(250_000)}) ${where}`);
    const { body } = await actor.request<{ data: Listed[] }>('GET', '/api/activities');
    expect(body.data.filter(({ cut }) => cut)).toHaveLength(4);
  });
});
