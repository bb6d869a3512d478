import fc from 'fast-check';
import { Webhook } from 'standardwebhooks';
import { generateWebhookSecret, isWebhookSecret, signWebhook } from './standard-webhooks';

describe('signing a webhook', () => {
  it('gives the signature of the published example', () => {
    const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw';
    const sent = new Date(1614265330 * 1000 + 999);
    expect(signWebhook([secret], 'msg_p5jXN8AQM9LWM0D4loKWxJek', sent, '{"test": 2432232314}')).toEqual({
      'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
      'webhook-timestamp': '1614265330',
      'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
    });
  });

  it('is accepted by the official library with each of several secrets, and refused with another', () => {
    fc.assert(
      fc.property(fc.json(), fc.uuid(), fc.integer({ min: 1, max: 4 }), (body, id, count) => {
        const secrets = Array.from({ length: count }, generateWebhookSecret);
        const headers = signWebhook(secrets, id, new Date(), body);
        for (const secret of secrets) expect(new Webhook(secret).verify(body, headers)).toEqual(JSON.parse(body));
        expect(() => new Webhook(generateWebhookSecret()).verify(body, headers)).toThrow('No matching signature');
        expect(() => new Webhook(secrets[0] ?? '').verify(`${body} `, headers)).toThrow('No matching signature');
      }),
      { numRuns: 30 },
    );
  });

  it('refuses to sign without a secret or with a malformed one, which it does not show', () => {
    expect(() => signWebhook([], 'id', new Date(), '')).toThrow('at least one secret');
    const sign = () => signWebhook(['whsec_c2hvcnQ='], 'id', new Date(), '');
    expect(sign).toThrow('A webhook secret must be whsec_ and 24 to 64 bytes in base64');
    expect(sign).not.toThrow('c2hvcnQ');
  });

  it.each([
    [true, `whsec_${Buffer.alloc(24).toString('base64')}`],
    [true, `whsec_${Buffer.alloc(64).toString('base64')}`],
    [false, `whsec_${Buffer.alloc(23).toString('base64')}`],
    [false, `whsec_${Buffer.alloc(65).toString('base64')}`],
    [false, Buffer.alloc(32).toString('base64')],
    [false, `whsec_${Buffer.alloc(32, 255).toString('base64url')}`],
  ])('counts as a secret: %s for %s', (expected, secret) => {
    expect(isWebhookSecret(secret)).toBe(expected);
  });
});
