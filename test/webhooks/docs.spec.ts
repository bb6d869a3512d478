import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import vm from 'node:vm';
import { WEBHOOK_EVENTS } from '@errand/vocabulary';
import { eventually } from '../support/eventually';
import { type Actor, Scenario } from '../support/scenario';
import { Sink } from '../support/sink';

const document = fs.readFileSync(path.join(__dirname, '../../docs/webhooks.md'), 'utf8');

interface Event {
  type: string;
  data: Record<string, unknown>;
}

/** Each request with the answer that follows it. */
const examples = [
  ...document.matchAll(/```http\n(\w+) (\S+)\n((?:(?!```)[^])*)```\n\n```json\n(\d+)\n([^]*?)```/g),
].map(([, method = '', url = '', body = '', status = '', answer = '']) => ({ method, url, body, status, answer }));
const events = [...document.matchAll(/```json\n(\{\n {2}"id"[^]*?)```/g)].map(
  ([, json = '']) => JSON.parse(json) as Event,
);
const [, code = ''] = /```js\n([^]*?)```/.exec(document) ?? [];
type Check = (...given: [secret: string, headers: object, body: string]) => boolean;
const program = vm.compileFunction(`${code}\nreturn isFromErrand;`, ['require']) as (require: NodeJS.Require) => Check;
const isFromErrand = program(createRequire(__filename));

describe('docs/webhooks.md', () => {
  let scenario: Scenario;
  let actor: Actor;
  let sink: Sink;
  let secret = '';
  const ids = { id: '', deliveryId: '' };
  beforeAll(async () => {
    scenario = await Scenario.start(1, { breakerFailureThreshold: 1, breakerProbeBaseMs: 20 });
    actor = await scenario.tenant();
    await actor.yom({ name: 'visits' });
    sink = await Sink.start();
    sink.answerWith(() => ({ status: 204 }));
  });
  afterAll(async () => {
    await scenario.close();
    await sink.close();
  });

  const put = (text: string) =>
    text.replace('https://crm.example.com', sink.url).replace('{id}', ids.id).replace('{deliveryId}', ids.deliveryId);

  /** After the first example: an activity that was sent, and what was told of it. */
  const send = async () => {
    scenario.sink.answerNext({ body: { id: 'visit-1' } });
    await actor.create({ idempotencyKey: 'order-4711', metadata: { campaign: 'march' } });
    await sink.waitForRequests(1);
    const deliveries = `/api/webhooks/${ids.id}/deliveries`;
    const page = await eventually(
      async () => (await actor.request<{ data: { id: string; status: string }[] }>('GET', deliveries)).body,
      ({ data }) => data[0]?.status === 'DELIVERED',
    );
    ids.deliveryId = page.data[0]?.id ?? '';
  };

  // In their order: what one leaves behind another one builds on.
  it.each(examples)('$method $url $body', async ({ method, url, body, status, answer }) => {
    const sent = body === '' ? {} : { body: JSON.parse(put(body)) as unknown };
    const given = await actor.request<{ id: string; secret?: string }>(method, put(url), sent);
    const expected = JSON.parse(put(answer)) as Record<string, unknown>;
    if ('secret' in expected) expected.secret = expect.stringMatching(/^whsec_/);
    expect(given).toMatchObject({ status: Number(status), body: expected });
    if (url !== '/api/webhooks') return;
    ids.id = given.body.id;
    secret = given.body.secret ?? '';
    await send();
  });

  it('shows an event as it comes, and how to verify it', async () => {
    const [request] = await sink.waitForRequests(1);
    const came = request?.json as Event;
    const shown = events.find(({ type }) => type === came.type);
    expect(Object.keys(came)).toEqual(Object.keys(shown ?? {}));
    expect(Object.keys(came.data)).toEqual(Object.keys(shown?.data ?? {}));
    const { activityId: _a, commerceId: _c, dispatchConfigId: _d, ...constant } = shown?.data ?? {};
    expect(came.data).toMatchObject(constant);
    expect(isFromErrand(secret, request?.headers ?? {}, request?.body ?? '')).toBe(true);
    expect(isFromErrand(secret, request?.headers ?? {}, `${request?.body} `)).toBe(false);
  });

  it('shows the event of a dispatch config as it comes', async () => {
    const body = { url: `${sink.url}/configs`, events: ['dispatch_config.down'] };
    await actor.request('POST', '/api/webhooks', { body });
    scenario.sink.answerNext({ status: 503 });
    await actor.create();
    const came = await eventually(
      async () => sink.requests.find(({ path: to }) => to === '/configs')?.json as Event | undefined,
      (event) => event !== undefined,
    );
    const shown = events.find(({ type }) => type === came?.type);
    const { dispatchConfigId: _d, downSince: _s, ...constant } = shown?.data ?? {};
    expect(Object.keys(came?.data ?? {})).toEqual(Object.keys(shown?.data ?? {}));
    expect(came?.data).toMatchObject(constant);
  });

  it('lists every event there is', () => {
    const listed = [...document.matchAll(/^\| `([\w.]+)` +\|/gm)].map(([, event]) => event);
    expect(listed).toEqual([...WEBHOOK_EVENTS]);
  });
});
