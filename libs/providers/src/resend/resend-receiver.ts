import type { LoopbackAnswer, ReceivedRequest } from '../loopback-provider';

interface Email {
  from?: string;
  to?: string[];
  subject?: string;
  text?: string;
  html?: string;
  tags?: { name: string; value: string }[];
}

/** `POST /emails` as Resend documents it: what it demands of a request, how it answers, and what it remembers by its key. */
export class ResendReceiver {
  readonly emails: Email[] = [];
  private readonly byKey = new Map<string, { body: string; answer: LoopbackAnswer }>();

  constructor(
    private readonly apiKey: string,
    private readonly domain: string,
  ) {}

  readonly answer = ({ method, path, headers, body }: ReceivedRequest): LoopbackAnswer => {
    if (path !== '/emails') return refused(404, 'not_found', 'The requested endpoint does not exist.');
    if (method !== 'POST') return refused(405, 'method_not_allowed', 'This endpoint does not support the method.');
    if (headers.authorization === undefined) return refused(401, 'missing_api_key', 'Missing API Key');
    if (headers.authorization !== `Bearer ${this.apiKey}`) return refused(403, 'invalid_api_key', 'API key is invalid');
    const key = headers['idempotency-key'];
    if (typeof key !== 'string' || key.length < 1 || key.length > 256) {
      return refused(400, 'invalid_idempotency_key', 'The key must be between 1-256 chars.');
    }
    const known = this.byKey.get(key);
    if (known) {
      if (known.body === body) return known.answer;
      return refused(409, 'invalid_idempotent_request', 'Same idempotency key used with a different request payload.');
    }
    const answer = this.send(JSON.parse(body) as Email);
    if (answer.status === 200) this.byKey.set(key, { body, answer });
    return answer;
  };

  private send(email: Email): LoopbackAnswer {
    const { from = '', to = [], subject, text, html, tags = [] } = email;
    const form = /^(?:[^\s<>@]+@([^\s<>@]+)|(?:"(?:[^"\\]|\\.)*"|[^"<>]+) <[^\s<>@]+@([^\s<>@]+)>)$/;
    if (!subject || to.length === 0 || !(text || html)) {
      return refused(422, 'missing_required_field', 'Missing `subject`, `to`, `text` or `html` field.');
    }
    if (to.length > 50 || !to.every((address) => form.test(address))) {
      return refused(422, 'validation_error', 'Invalid `to` field.');
    }
    const [, bare, named] = form.exec(from) ?? [];
    if (bare === undefined && named === undefined) return refused(422, 'invalid_from_address', 'Invalid `from` field.');
    if ((bare ?? named) !== this.domain) return refused(403, 'validation_error', 'The domain is not verified.');
    if (!tags.every(({ name, value }) => [name, value].every((part) => /^[A-Za-z0-9_-]{1,256}$/.test(part)))) {
      return refused(
        422,
        'validation_error',
        'Tags should only contain ASCII letters, numbers, underscores, or dashes.',
      );
    }
    this.emails.push(email);
    return { status: 200, body: JSON.stringify({ id: `re-${this.emails.length}` }) };
  }
}

function refused(statusCode: number, name: string, message: string): LoopbackAnswer {
  return { status: statusCode, body: JSON.stringify({ statusCode, name, message }) };
}
