import { inParallel } from '@errand/database';
import { type ActivityBody } from '../support/scenario';
import { eventually } from '../support/eventually';
import type { Attack } from './product';

const MOST = 262_144; // MAX_ACTIVITY_BYTES
const PER_BULK = 14; // as many as fit into a body of 4 MB

/** As large as an activity may be. */
const attributes = [{ key: 'text', value: 'x'.repeat(MOST - 100) }];

const dueTogether = (count: number): Attack => ({
  what: `${count} activities of the largest size due together, listed by six at once`,
  async run(product) {
    const actor = await product.tenant();
    const key = await actor.tenant.key('VIEW_ACTIVITIES', 'CREATE_ACTIVITY');
    const tooLarge = { ...actor.message(), attributes: [{ key: 'text', value: 'x'.repeat(MOST + 1) }] };
    expect((await actor.request('POST', '/api/activities', { body: tooLarge })).status).toBe(400);
    const ids: string[] = [];
    while (ids.length < count) {
      const activities = Array.from({ length: PER_BULK }, () =>
        actor.message({ attributes, scheduledAt: '2099-01-01T00:00:00Z' }),
      );
      const { body } = await actor.request<{ results: { activity: { id: string } }[] }>(
        'POST',
        '/api/activities/bulk',
        { body: { activities } },
      );
      ids.push(...body.results.map(({ activity }) => activity.id));
    }
    const path = '/api/activities?perPage=100';
    const headers = { 'x-api-key': key };
    const lists = await Promise.all(Array.from({ length: 6 }, () => product.send({ method: 'GET', path, headers })));
    // 100 of them would be 26 MB.
    for (const list of lists) expect([list?.status, (list?.text.length ?? 0) < 12_000_000]).toEqual([200, true]);
    const whole = await actor.request<{ attributes: { value: string }[] }>('GET', `/api/activities/${ids[0]}`);
    expect(whole.body.attributes[0]?.value).toHaveLength(MOST - 100);

    await actor.yom({ timeoutMs: 30_000 });
    const before = product.sink.requests.length;
    await inParallel(4, ids, async (id) => {
      await actor.request('PATCH', `/api/activities/${id}`, { body: { scheduledAt: '2026-01-01T00:00:00.000Z' } });
    });
    await eventually(
      () => actor.count('status=DISPATCHED'),
      (sent) => sent === ids.length,
      90_000,
    );
    // Their bodies are not to be kept by the test.
    product.sink.requests.splice(before);
    const sent = await actor.request<{ data: ActivityBody[] }>('GET', '/api/activities?perPage=100');
    expect(sent.body.data.filter(({ dispatchAttemptCount }) => dispatchAttemptCount !== 1)).toEqual([]);
  },
});

export const bytes = (isShort: boolean): Attack[] => [dueTogether(isShort ? 56 : 238)];
