import { createHmac, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { type Actor, Scenario } from '../support/scenario';
import { execute } from '../support/sql';

const publicUrl = 'https://errand.example.com';

let scenario: Scenario;
let actor: Actor;
beforeAll(async () => {
  scenario = await Scenario.start(1, { publicUrl });
});
afterAll(() => scenario.close());
beforeEach(async () => {
  actor = await scenario.tenant();
});

const keys = generateKeyPairSync('ec', { namedCurve: 'P-256' });
const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
const now = () => String(Math.floor(Date.now() / 1000));

/** How each provider is set up, answers a mail, and tells what became of it. */
const providers = {
  SENDGRID: {
    credentials: {
      apiKey: 'SG.key-5f1d',
      webhookPublicKey: keys.publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    },
    answer: (id: string) => ({ status: 202, headers: { 'x-message-id': id }, body: '' }),
    tell(activity: string, id: string, what: 'delivered' | 'bounced' | 'unsubscribed') {
      const of = {
        delivered: { event: 'delivered', response: '250 OK' },
        bounced: { event: 'bounce', type: 'bounce', status: '5.1.1', reason: '550 no such user' },
        unsubscribed: { event: 'unsubscribe' },
      };
      const theirs = { event: 'delivered', sg_event_id: randomUUID(), sg_message_id: 'theirs.1', timestamp: 1 };
      const ours = { ...of[what], sg_event_id: `${id}-${what}`, sg_message_id: `${id}.f.1`, timestamp: Number(now()) };
      const body = `${JSON.stringify([theirs, { ...ours, activity }])}\r\n`;
      const timestamp = now();
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'x-twilio-email-event-webhook-timestamp': timestamp,
          'x-twilio-email-event-webhook-signature': sign(
            'sha256',
            Buffer.from(timestamp + body),
            keys.privateKey,
          ).toString('base64'),
        },
      };
    },
  },
  RESEND: {
    credentials: { apiKey: 're_key_5f1d', webhookSecret: secret },
    answer: (id: string) => ({ body: { id } }),
    tell(activity: string, id: string, what: 'delivered' | 'bounced' | 'unsubscribed') {
      const of = {
        delivered: { type: 'email.delivered', data: {} },
        bounced: {
          type: 'email.bounced',
          data: { bounce: { type: 'Permanent', subType: 'General', message: 'No such user' } },
        },
        unsubscribed: { type: 'email.complained', data: {} },
      };
      const { type, data } = of[what];
      const tags = { errand_activity: activity };
      const body = JSON.stringify({
        type,
        created_at: new Date().toISOString(),
        data: { ...data, email_id: id, tags },
      });
      const [message, timestamp] = [`msg_${id}-${what}`, now()];
      const hmac = createHmac('sha256', Buffer.from(secret.slice(6), 'base64'));
      const signature = `v1,${hmac.update(`${message}.${timestamp}.${body}`).digest('base64')}`;
      return {
        body,
        headers: {
          'content-type': 'application/json',
          'svix-id': message,
          'svix-timestamp': timestamp,
          'svix-signature': signature,
        },
      };
    },
  },
};
const codes = Object.keys(providers) as (keyof typeof providers)[];

interface Sent {
  id: string;
  tell(what: 'delivered' | 'bounced' | 'unsubscribed', change?: (body: string) => string): Promise<number>;
}

/** A mail that was sent, and the provider's way to tell of it. */
async function sent(providerCode: keyof typeof providers): Promise<Sent> {
  const { credentials, answer, tell } = providers[providerCode];
  const providerId = `mail-${randomUUID()}`;
  scenario.sink.answerNext(answer(providerId));
  const { body: config } = await actor.request<{ callbackUrl: string }>('POST', '/api/dispatch-configs', {
    body: {
      name: providerCode,
      providerCode,
      channel: 'EMAIL',
      baseUrl: scenario.sink.url,
      credentials,
      settings: { from: 'orders@store.example', subject: 'Your order', text: 'Hello {{recipient.firstName}}' },
    },
  });
  const { id } = await actor.create({ channel: 'EMAIL' });
  await actor.untilStatus(id, 'DISPATCHED');
  return {
    id,
    async tell(what, change = (body) => body) {
      const { body, headers } = tell(id, providerId, what);
      const url = config.callbackUrl.replace(publicUrl, scenario.api.url);
      return (await fetch(url, { method: 'POST', headers, body: change(body) })).status;
    },
  };
}

describe.each(codes)('what %s tells of a mail', (provider) => {
  it('completes its activity when it was delivered, once', async () => {
    const { id, tell } = await sent(provider);
    expect(await tell('delivered')).toBe(204);
    expect(await actor.untilStatus(id, 'COMPLETED')).toMatchObject({ status: 'COMPLETED' });
    expect(await tell('delivered')).toBe(204);
    expect((await actor.transitions(id)).filter((line) => line.endsWith('COMPLETED'))).toHaveLength(1);
  });

  it('ends it with the provider’s code when there is no such user, whom nobody writes to again', async () => {
    const { id, tell } = await sent(provider);
    expect(await tell('bounced')).toBe(204);
    await actor.untilStatus(id, 'FAILED');
    expect(await blockedReasons()).toEqual(['EMAIL UNKNOWN_USER']);
  });

  it('blocks the address of whoever complains or unsubscribes', async () => {
    const { tell } = await sent(provider);
    expect(await tell('unsubscribed')).toBe(204);
    expect(await blockedReasons()).toEqual([provider === 'RESEND' ? 'EMAIL COMPLAINT' : 'EMAIL UNSUBSCRIBED']);
  });

  it('is not believed when a byte of it is other than signed', async () => {
    const { id, tell } = await sent(provider);
    expect(await tell('delivered', (body) => body.replace(':', ': '))).toBe(401);
    expect(await actor.get(id)).toMatchObject({ status: 'DISPATCHED' });
  });
});

async function blockedReasons(): Promise<unknown[]> {
  const rows = await execute<{ type: string; reason: string }>(
    scenario.api,
    `SELECT type, blocked_reason AS reason FROM commerce_user_contacts
      WHERE tenant_id = $1 AND blocked_at IS NOT NULL`,
    [actor.tenant.id],
  );
  return rows.map(({ type, reason }) => `${type} ${reason}`);
}
