import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import type { ApiClient } from './demo-api';

interface Activity {
  id: string;
  status: string;
  dispatchAttemptCount: number;
}

/** Behind whatever somebody connects to try it. */
const lastPriority = 2_147_483_647;
const longestMs = 10_000;
const hourMs = 3_600_000;

const stores = [
  { externalId: 'C-10233', name: 'La Esquina', person: ['Ana', 'López', '+573005550101'] },
  { externalId: 'C-00412', name: 'Minimercado El Sol', person: ['Carlos', 'Ruiz', '+573005550102'] },
  { externalId: 'C-77120', name: 'Abarrotes Lupita', person: ['Guadalupe', 'Ríos', '+525555500103'] },
];

/**
 * A small history of today, made by really sending it to the simulated provider: some delivered, one that is tried again
 * in an hour, one for tomorrow, one that the provider refused, one that lacks a value, one that a rule suppressed, a
 * recurring action, a webhook. Nothing is made twice on one day.
 * @param demo the API in the tenant
 */
export async function makeHistory(demo: ApiClient, providerUrl: string): Promise<void> {
  const provider = new Simulator(providerUrl);
  await account(demo, { name: 'call-center', channel: 'CALLCENTER', baseUrl: `${providerUrl}/calls` });
  await account(demo, { name: 'push-app', channel: 'PUSH', baseUrl: `${providerUrl}/push` });
  await provider.answer({ path: '/push', status: 400, body: { error: 'The device token is not registered any more' } });
  const { recurring_actions: made } = await demo.get<{ recurring_actions: { name: string }[] }>(
    '/v1/recurring?namespace=demo',
  );
  if (!made.some(({ name }) => name === recurring.name)) await demo.post('/v1/recurring', recurring);
  for (const store of stores) await demo.post('/api/commerces', commerceOf(store));
  const url = `${providerUrl}/events`;
  if (!(await demo.find<{ url: string }>('/api/webhooks', { url }))) await demo.post('/api/webhooks', { url, events });
  await demo.post('/api/rules', rule);

  const day = new Date().toISOString().slice(0, 10);
  const keyOf = (name: string) => `demo-${day}-${name}`;
  // It is made last: where it is, the rest is too.
  if (await demo.find('/api/activities?perPage=100', { idempotencyKey: keyOf('loyalty_points') })) return;
  const create = async (reason: string, channel: string, fields: { store: string } & Record<string, unknown>) => {
    const { store, ...rest } = fields;
    const body = {
      type: 'MESSAGE',
      channel,
      reason,
      commerceExternalId: store,
      idempotencyKey: keyOf(reason),
      ...rest,
    };
    return (await demo.post('/api/activities', body))?.id;
  };
  // A rule may have kept it from being made, and whoever uses the demo from being sent: then the rest goes on without.
  const until = async (id: unknown, isSo: (activity: Activity) => boolean) => {
    if (typeof id !== 'string') return;
    for (const end = Date.now() + longestMs; Date.now() < end; await delay(20)) {
      if (isSo(await demo.get<Activity>(`/api/activities/${id}`))) return;
    }
  };

  for (const [reason, store] of [
    ['order_suggestion', 'C-10233'],
    ['promo_november', 'C-00412'],
    ['delivery_reminder', 'C-77120'],
  ] as const) {
    const id = await create(reason, 'CALLCENTER', { store });
    await until(id, ({ status }) => status !== 'READY');
    if (id === undefined || reason === 'delivery_reminder') continue; // its result is awaited
    await demo.post('/api/activity-results', { activityId: id, status: 'COMPLETED', comment: 'Spoke to the owner' });
  }
  await demo.post('/v1/dispatch', { ...promotion, id: keyOf('promotion') });
  const refused = await create('payment_reminder', 'PUSH', { store: 'C-10233' });
  await until(refused, ({ status }) => status !== 'READY');
  const busy = {
    path: '/calls',
    status: 429,
    headers: { 'retry-after': '3600' },
    body: { error: 'All lines are busy' },
  };
  await provider.answer({ ...busy, times: 1 });
  const retried = await create('survey_call', 'CALLCENTER', { store: 'C-00412' });
  await until(retried, ({ dispatchAttemptCount }) => dispatchAttemptCount > 0);
  const tomorrow = new Date(Date.parse(day) + 86_400_000 + 15 * 3_600_000).toISOString();
  await create('collection_visit', 'CALLCENTER', { store: 'C-00412', scheduledAt: tomorrow });
  await create('loyalty_points', 'WHATSAPP', { store: 'C-77120', attributeKeys: ['loyalty_points'] });
}

const events = ['activity.completed', 'activity.failed', 'activity.unresolved'];

const rule = {
  name: 'opted-out',
  description: 'Who opted out gets no promotion.',
  condition: "action.action_type == 'promotion' && action.payload.opted_out == true",
  action: { type: 'suppress' },
};

const promotion = {
  namespace: 'demo',
  provider: 'call-center',
  action_type: 'promotion',
  payload: { campaign: 'november', opted_out: true },
};

const recurring = {
  name: 'Stock check',
  namespace: 'demo',
  provider: 'call-center',
  action_type: 'stock_check',
  payload: { question: 'Is there stock for the weekend?' },
  commerce_external_id: 'STORE-1',
  cron_expression: '0 9 * * MON-FRI',
};

/** Makes a dispatch config, or leads the one there is to where the provider is now. */
async function account(demo: ApiClient, config: { name: string; channel: string; baseUrl: string }): Promise<void> {
  const credentials = { secrets: [`whsec_${randomBytes(24).toString('base64')}`] };
  const settings = { failFast: true };
  const retry = { maxDelayMs: hourMs };
  const body = { ...config, providerCode: 'WEBHOOK', priority: lastPriority, credentials, settings, retry };
  if (await demo.post('/api/dispatch-configs', body)) return;
  const { name, channel, baseUrl } = config;
  const path = `/api/dispatch-configs?providerCode=WEBHOOK&channel=${channel}`;
  const stored = await demo.find<{ id: string; name: string; baseUrl: string }>(path, { name });
  if (!stored || stored.baseUrl === baseUrl || !stored.baseUrl.startsWith('http://127.0.0.1:')) return;
  await demo.patch(`/api/dispatch-configs/${stored.id}`, { baseUrl, credentials });
}

function commerceOf({ externalId, name, person: [firstName, lastName, phone] }: (typeof stores)[number]): object {
  const contacts = [
    { type: 'WHATSAPP', value: phone, isPrimary: true },
    { type: 'PHONE', value: phone },
  ];
  return {
    externalId,
    name,
    users: [{ externalId: `${externalId}-1`, firstName, lastName, roles: ['OWNER'], contacts }],
  };
}

class Simulator {
  constructor(private readonly url: string) {}

  async answer(told: object): Promise<void> {
    const response = await fetch(`${this.url}/_answer`, { method: 'POST', body: JSON.stringify(told) });
    if (!response.ok) throw new Error(`demo: the simulated provider answered ${response.status}`);
  }
}
