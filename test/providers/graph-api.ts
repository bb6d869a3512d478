import { createHmac, randomUUID } from 'node:crypto';
import type { SinkAnswer, SinkRequest } from '../support/sink';

interface Template {
  language: string;
  /** How many variables its body has. */
  variables: number;
}

interface Component {
  type?: unknown;
  parameters?: { type?: unknown; text?: unknown }[];
}

interface Body {
  messaging_product?: unknown;
  recipient_type?: unknown;
  to?: unknown;
  type?: unknown;
  text?: { body?: unknown };
  template?: { name?: unknown; language?: { code?: unknown }; components?: Component[] };
  biz_opaque_callback_data?: unknown;
}

/** A message that was taken. */
interface Message {
  wamid: string;
  to: string;
  data: unknown;
}

interface Refusal {
  status: number;
  code: number;
  details: string;
}

/** One business number at Meta: checks a call as the Cloud API does, answers its errors, and signs what it tells. */
export class GraphApi {
  readonly messages: Message[] = [];
  /** Numbers that are not on WhatsApp. */
  readonly unknown = new Set<string>();

  constructor(
    readonly phoneNumberId: string,
    public accessToken: string,
    private readonly appSecret: string,
    readonly templates: Map<string, Template>,
  ) {}

  answer(request: SinkRequest): SinkAnswer {
    const refusal = this.refusalOf(request);
    if (refusal !== null) {
      const { status, code, details } = refusal;
      const error = { message: `(#${code}) ${details}`, type: 'OAuthException', code, fbtrace_id: 'AfbTrace' };
      return { status, body: { error: { ...error, error_data: { messaging_product: 'whatsapp', details } } } };
    }
    const { to, biz_opaque_callback_data: data } = request.json as { to: string } & Body;
    const message = { wamid: `wamid.${randomUUID()}`, to, data };
    this.messages.push(message);
    // As Mexican numbers come back: without the 1 that they are dialled with, or with it.
    const contacts = [{ input: to, wa_id: `${to}0` }];
    return { body: { messaging_product: 'whatsapp', contacts, messages: [{ id: message.wamid }] } };
  }

  /** A callback about one message, as Meta posts it. */
  told({ wamid, to, data }: Message, status: string, more: object = {}): { body: string; signature: string } {
    const time = String(Math.floor(Date.now() / 1_000));
    const told = {
      id: wamid,
      status,
      timestamp: time,
      recipient_id: `${to}0`,
      biz_opaque_callback_data: data,
      ...more,
    };
    const metadata = { display_phone_number: '15550783881', phone_number_id: this.phoneNumberId };
    const value = { messaging_product: 'whatsapp', metadata, statuses: [told] };
    const entry = [{ id: '102290129340398', changes: [{ value, field: 'messages' }] }];
    const body = JSON.stringify({ object: 'whatsapp_business_account', entry });
    return { body, signature: `sha256=${createHmac('sha256', this.appSecret).update(body).digest('hex')}` };
  }

  private refusalOf({ method, path, headers, json }: SinkRequest): Refusal | null {
    const refused = (code: number, details: string, status = 400) => ({ status, code, details });
    if (headers.authorization !== `Bearer ${this.accessToken}`) return refused(190, 'The access token is invalid', 401);
    if (method !== 'POST' || !/^\/v\d+\.\d+\/\d+\/messages$/.test(path)) return refused(100, 'Unsupported request');
    if (path.split('/')[2] !== this.phoneNumberId) return refused(33, 'Object does not exist');
    if (!headers['content-type']?.startsWith('application/json')) return refused(100, 'The body is not JSON');
    const { messaging_product: product, recipient_type: kind, to, type, text, template } = Object(json) as Body;
    if (product !== 'whatsapp') return refused(100, 'messaging_product is required');
    if (kind !== undefined && kind !== 'individual') return refused(131009, 'recipient_type');
    if (typeof to !== 'string' || to === '') return refused(131008, 'to is required');
    if (!/^[1-9]\d{6,14}$/.test(to)) return refused(131009, 'to is not a phone number');
    const content =
      type === 'text' ? this.textProblem(text?.body) : type === 'template' ? this.templateProblem(template) : null;
    if (type !== 'text' && type !== 'template') return refused(131051, 'Unsupported message type');
    if (content !== null) return refused(...content);
    return this.unknown.has(to) ? refused(131026, 'Message undeliverable') : null;
  }

  private textProblem(body: unknown): [number, string] | null {
    if (typeof body !== 'string' || body.trim() === '') return [131008, 'text.body is required'];
    return body.length > 4_096 ? [131009, 'text.body is longer than 4096 characters'] : null;
  }

  private templateProblem(template: Body['template']): [number, string] | null {
    const { name, language, components = [] } = template ?? {};
    const known = this.templates.get(String(name));
    if (known === undefined || known.language !== language?.code) return [132001, 'template name does not exist'];
    if (components.some(({ type }) => type !== 'body')) return [132012, 'unexpected component'];
    const parameters = components.flatMap(({ parameters: given = [] }) => given);
    if (parameters.length !== known.variables) {
      return [132000, `body: number of localizable_params (${parameters.length}) does not match (${known.variables})`];
    }
    for (const { type, text } of parameters) {
      if (type !== 'text' || typeof text !== 'string') return [132012, 'parameter format does not match'];
      if (text === '') return [131008, 'parameter of type text is missing text value'];
      if (/[\n\t]| {5}/.test(text)) return [132018, 'param text cannot have new-line/tab or more than 4 spaces'];
      if (text.length > 1_024) return [132005, 'translated text too long'];
    }
    return null;
  }
}
