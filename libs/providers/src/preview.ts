import { maskedContact, maskedMember, type Recipient, standInContact } from '@errand/contacts';
import { excerptOf } from '@errand/json';
import type { TemplateFailed } from '@errand/templates';
import type { ContactType } from '@errand/vocabulary';
import type { ActivityDispatcher, ChannelDefinition, DispatchRequest, PreparedCall, Rendered } from './dispatcher';
import { failure } from './outcome';
import { OutcomeError } from './outcome-error';
import type { ActivityPayload } from './payload';
import { redactText } from './redact';
import { templateFields, tryRenderSettings } from './render-settings';
import { type Segments, segmentsOf } from './sms-text';

/** What would be sent for an activity. */
export interface Preview {
  /** Null where nothing would be: see `error`; and for a dispatcher that cannot tell. */
  request: PreparedCall | null;
  /** The settings that are templates, as far as they can be rendered. */
  rendered: Rendered;
  /** Of an SMS. */
  segments: Segments | null;
  /** `variable`: the one that is missing. */
  error: { code: string; variable: string | null; message: string } | null;
}

const hidden = '•••';

/** Everything that `dispatch` would do up to the call, without one. Shows no credential, in whatever form. */
export function previewOf(
  dispatcher: ActivityDispatcher,
  definition: ChannelDefinition,
  request: Omit<DispatchRequest, 'rendered'>,
): Preview {
  const { payload, account } = request;
  const { rendered, failure: failed } = tryRenderSettings(templateFields(definition), account.settings, payload);
  const told = prepared(dispatcher, definition, { ...request, rendered }, failed);
  const text = told.request?.text ?? rendered.body;
  return {
    ...told,
    request: told.request && withoutCredentials(told.request, account.credentials),
    rendered,
    segments: payload.channel === 'SMS' && typeof text === 'string' ? segmentsOf(text) : null,
  };
}

function prepared(
  dispatcher: ActivityDispatcher,
  definition: ChannelDefinition,
  request: DispatchRequest,
  failed: TemplateFailed | null,
): Pick<Preview, 'request' | 'error'> {
  if (failed) return refused('TEMPLATE_FAILED', failed.message, failed.variable);
  if (definition.addressesPerson && request.payload.recipient === null)
    return refused('NO_RECIPIENT', 'The activity names nobody whom this channel reaches');
  try {
    return { request: dispatcher.prepare?.(request) ?? null, error: null };
  } catch (error) {
    const { code, message } =
      error instanceof OutcomeError ? error.outcome : failure('PROVIDER_ERROR', (error as Error).message);
    return refused(code, redactText(message, request.account.credentials, hidden));
  }
}

function refused(code: string, message: string, variable: string | null = null): Pick<Preview, 'request' | 'error'> {
  return { request: null, error: { code, variable, message } };
}

/** Headers that prove who calls, be it by something made of a credential, such as a signature. */
const proof = /^(?:proxy-)?authorization$|^cookie$|signature|token|secret|api-?key|password/;

/** A call as it may be shown: each credential, and what is made of one, is `•••`. */
function withoutCredentials(
  { method, url, headers, body }: PreparedCall,
  credentials: Record<string, unknown>,
): PreparedCall {
  const blotted = (text: string) => redactText(text, credentials, hidden);
  const shown = Object.entries(headers).map(([name, value]) => [
    name,
    // The scheme of an authorization says which kind it is.
    proof.test(name.toLowerCase()) ? (/^[A-Za-z0-9-]+ /.exec(value)?.[0] ?? '') + hidden : blotted(value),
  ]);
  return {
    method,
    url: blotted(url),
    headers: Object.fromEntries(shown) as Record<string, string>,
    body: body && blotted(body),
  };
}

/**
 * The beginning of the body that was sent, up to 4 kB, without credentials. Null where nothing could be, and for a
 * dispatcher that cannot tell. Never throws: what became of a call must not be lost for it.
 */
export function bodyExcerptOf(
  dispatcher: ActivityDispatcher,
  request: Omit<DispatchRequest, 'rendered'>,
): string | null {
  try {
    const definition = dispatcher.channelDefinitions.find(({ channel }) => channel === request.payload.channel);
    const { body } = (definition && previewOf(dispatcher, definition, request).request) ?? {};
    return body ? excerptOf(body) : null;
  } catch {
    return null;
  }
}

/**
 * The same for who may not see contacts. Templates can take an address apart, so they get stand-ins for addresses, which
 * tell no more than the masks that then take their place.
 */
export function previewWithoutContacts(
  dispatcher: ActivityDispatcher,
  definition: ChannelDefinition,
  { payload: given, account }: Omit<DispatchRequest, 'rendered' | 'body'>,
): Preview {
  const masks = new Map<string, string>();
  const payload = withContacts(given, (type, value) => {
    const standIn = standInContact(type, value);
    const mask = maskedContact(type, value);
    // Some write a phone without its plus.
    masks.set(standIn, mask).set(standIn.replace(/^\+/, ''), mask);
    return standIn;
  });
  const { segments, ...shown } = previewOf(dispatcher, definition, { payload, body: JSON.stringify(payload), account });
  const masked = (text: string) => [...masks].reduce((rest, [form, mask]) => redactText(rest, { form }, mask), text);
  return { ...(mapTexts(shown, masked) as typeof shown), segments };
}

/** A payload as it is shown to who may not see contacts. */
export function maskedPayload(payload: ActivityPayload): ActivityPayload {
  return withContacts(payload, maskedContact);
}

/** Each address of a person that the payload has is another; of an action, those that its own payload has. */
function withContacts(
  payload: ActivityPayload,
  standIn: (type: ContactType, value: string) => string,
): ActivityPayload {
  const { channel, recipient, commerce, attributes } = payload;
  const replaced = <Contact extends Pick<Recipient, 'type' | 'value'>>(contact: Contact): Contact => ({
    ...contact,
    value: standIn(contact.type, contact.value),
  });
  return {
    ...payload,
    recipient: recipient && replaced(recipient),
    commerce: commerce && {
      ...commerce,
      targetUsers: commerce.targetUsers.map((user) => ({ ...user, contacts: user.contacts.map(replaced) })),
    },
    attributes: commerce
      ? attributes
      : Object.fromEntries(
          Object.entries(attributes).map(([key, value]) => [key, maskedMember(channel, key, value, standIn)]),
        ),
  };
}

function mapTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapTexts(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapTexts(item, change)]));
}
