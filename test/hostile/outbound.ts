import { eventually } from '../support/eventually';
import { freePort } from '../support/free-port';
import { ADMIN_KEY } from '../support/settings';
import { Sink } from '../support/sink';
import type { Attack } from './product';

/** Calls of each tenant whose hook hangs that are under way before another tenant asks. */
const HOOKS_AT_LEAST = 8;

const deadNames = (count: number): Attack => ({
  what: `${count} names that nobody answers for, beside one that is well`,
  async run(product) {
    const victim = await product.tenant();
    const { port } = new URL(product.sink.url);
    await victim.yom({ baseUrl: `http://provider.alive.example:${port}`, timeoutMs: 10_000 });
    const attacker = await product.tenant();
    const channels = ['WHATSAPP', 'EMAIL', 'SMS', 'PUSH'];
    await Promise.all(
      Array.from({ length: count }, async (_, n) => {
        const channel = channels[n % channels.length];
        await attacker.yom({ channel, baseUrl: `http://n${n}.dead.example`, timeoutMs: 10_000 });
        await attacker.create({ channel });
      }),
    );
    const sent = await Promise.all(Array.from({ length: 10 }, () => victim.create()));
    for (const { id } of sent) {
      const activity = await eventually(
        () => victim.get(id),
        ({ status }) => status !== 'READY',
        30_000,
      );
      expect(activity).toMatchObject({ status: 'DISPATCHED', dispatchAttemptCount: 1 });
    }
  },
});

const hangingHooks: Attack = {
  what: 'hooks of five tenants that never answer, beside a sixth',
  async run(product) {
    const sinks = await Promise.all(Array.from({ length: 6 }, () => Sink.start()));
    const actors = await Promise.all(
      sinks.map(async (sink) => {
        const actor = await product.tenant(sink);
        const hook = { url: `${sink.url}/hook`, timeoutMs: 20_000 };
        const policy = { key: 'asked', strategy: 'UPFRONT', resolver: 'CLIENT_HOOK', hook, fallback: 'none' };
        await actor.request('POST', '/api/activity-config/attribute-policies', { body: policy });
        return actor;
      }),
    );
    const message = { attributeKeys: ['asked'], scheduledAt: '2099-01-01T00:00:00Z' };
    const [well, ...dead] = sinks;
    well?.answerWith(({ json }) => {
      const { items } = json as { items: object[] };
      return { body: { items: items.map((item) => ({ ...item, value: 'told' })) } };
    });
    for (const sink of dead) sink.answerWith(() => 'hang');
    const gone = new AbortController();
    const asking = actors.slice(1).flatMap((actor) =>
      Array.from({ length: 60 }, () =>
        fetch(`${product.api.url}/api/activities`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-api-key': ADMIN_KEY, 'x-tenant-id': actor.tenant.id },
          body: JSON.stringify(actor.message(message)),
          signal: gone.signal,
        }).catch(() => undefined),
      ),
    );
    try {
      await Promise.all(dead.map((sink) => sink.waitForRequests(HOOKS_AT_LEAST)));
      const created = await actors[0]?.create(message);
      expect(created?.attributes).toMatchObject([{ key: 'asked', value: 'told' }]);
    } finally {
      gone.abort();
      await Promise.all([...asking, ...sinks.map((sink) => sink.close())]);
    }
  },
};

const inside: Attack = {
  what: 'internal names, addresses and ports are asked for',
  async run(product) {
    const hidden = await Sink.start();
    try {
      const actor = await product.tenant();
      const key = await actor.tenant.key('MANAGE_ACTIVITY_CONFIG');
      const { port } = new URL(hidden.url);
      const origins = [
        `http://inside.example:${port}`,
        `http://inside.example:${await freePort()}`,
        'http://nobody.example',
        'http://127.0.0.2',
        `http://127.0.0.3:${port}`,
        `http://2130706434:${port}`,
        'http://0x7f.2',
        'http://[::ffff:127.0.0.2]',
        'http://127.0.0.1:22',
        'http://x.dead.example',
      ];
      const told = new Map<string, string[]>();
      for (const baseUrl of origins) {
        const config = { name: baseUrl, providerCode: 'YOM', channel: 'EMAIL', baseUrl, credentials: { apiKey: 'k' } };
        const saved = await product.request<{ id?: string; code?: string }>('POST', '/api/dispatch-configs', {
          key,
          body: config,
        });
        const { id } = saved.body;
        const tested =
          id && (await product.request<object>('POST', `/api/dispatch-configs/${id}/test`, { key, body: {} }));
        const { requestId: _, ...refusal } = saved.body as Record<string, unknown>;
        const answer = tested ? { ...tested.body, durationMs: 0 } : refusal;
        const text = JSON.stringify({ status: saved.status, answer }).replaceAll(new URL(baseUrl).origin, '…');
        told.set(text, [...(told.get(text) ?? []), baseUrl]);
      }
      // Of names, and of addresses, all are told the same, so that nothing is learned of which there are.
      const isName = (origin: string) => origin.endsWith('.example') || origin.includes('.example:');
      expect([...told.values()]).toEqual([origins.filter(isName), origins.filter((origin) => !isName(origin))]);
      expect(hidden.requests).toEqual([]);
    } finally {
      await hidden.close();
    }
  },
};

export const outbound = (isShort: boolean): Attack[] => [deadNames(isShort ? 12 : 60), hangingHooks, inside];
