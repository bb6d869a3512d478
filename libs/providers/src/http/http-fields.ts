import type { FieldProblem } from '@errand/errors';
import type { Escaping } from '@errand/templates';
import type { AccountFields, FieldDefinition } from '../dispatcher';
import { pointerProblem } from '../response-id';

const secret = { type: 'string', required: false, secret: true } as const;

export const credentials: FieldDefinition[] = [
  { ...secret, key: 'bearer', label: 'Bearer token', description: 'Sent as Authorization: Bearer.' },
  {
    ...{ key: 'basicUser', label: 'User', type: 'string', required: false },
    description: 'The user name of Basic authentication.',
  },
  { ...secret, key: 'basicPassword', label: 'Password', description: 'The password of Basic authentication.' },
  { ...secret, key: 'headerValue', label: 'Header value', description: 'Sent in the header that auth names.' },
  {
    ...{ key: 'clientId', label: 'Client id', type: 'string', required: false },
    description: 'The client for which tokenUrl gives a token.',
  },
  { ...secret, key: 'clientSecret', label: 'Client secret', description: 'Shown to tokenUrl alone.' },
];

const call = { required: false, group: 'Call' } as const;
const answer = { required: false, group: 'Answer' } as const;
const access = { required: false, group: 'Authentication' } as const;

export const settings: FieldDefinition[] = [
  {
    ...{ key: 'method', label: 'Method', type: 'enum', options: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'], ...call },
    default: 'POST',
    description: 'The method of the call.',
  },
  {
    ...{ key: 'path', label: 'Path', type: 'string', ...call },
    template: 'url',
    description: 'Path and query below the base URL; inserted values are percent-encoded.',
    help: 'For example /messages?to={{ recipient.value }}. Neither the host nor the path of the base URL can be left.',
  },
  {
    ...{ key: 'headers', label: 'Headers', type: 'map', ...call },
    template: 'line',
    description: 'Headers by name.',
    help: 'Idempotency-Key is the activity’s id unless it is named here.',
  },
  {
    ...{ key: 'contentType', label: 'Content type', type: 'string', ...call },
    default: 'application/json',
    description: 'The Content-Type of the body, which also decides how inserted values are escaped.',
    help: 'JSON: as JSON, within a text as a part of that text. Form: percent-encoded. XML: as XML text. Others: as they are.',
  },
  {
    ...{ key: 'body', label: 'Body', type: 'text', ...call },
    template: ({ contentType }) => escapingOfBody(contentType),
    description: 'What is sent; without it POST, PUT and PATCH send payload v1.',
    help: 'In JSON a variable is a value, or within quotes a part of a text: {"n": {{ attributes.n }}, "text": "Hello {{ recipient.firstName }}"}. A body that is no JSON is not sent.',
  },
  {
    ...{ key: 'auth', label: 'Authentication', type: 'string', ...access },
    default: 'none',
    description: 'none, basic, bearer, header:<name> or oauth2 (client credentials).',
  },
  {
    ...{ key: 'tokenUrl', label: 'Token URL', type: 'string', format: 'url', ...access },
    decidesDestination: true,
    description: 'Where oauth2 gets its access token.',
  },
  {
    ...{ key: 'scope', label: 'Scope', type: 'string', ...access },
    description: 'The scope that oauth2 asks for, where the token URL wants one.',
  },
  {
    ...{ key: 'successPointer', label: 'Success pointer', type: 'string', ...answer },
    description: 'JSON Pointer to what says in a 2xx answer whether it was accepted; unset: any 2xx is accepted.',
    help: 'A 2xx that is no JSON is accepted all the same. One with another value is tried again unless its code is listed.',
  },
  {
    ...{ key: 'successValue', label: 'Success value', type: 'string', ...answer },
    description: 'The value there that means accepted, as text: OK, 0 or true.',
  },
  {
    ...{ key: 'idPointer', label: 'Id pointer', type: 'string', ...answer },
    description: 'JSON Pointer to the provider’s id, e.g. /messages/0/id; unset: the usual places.',
  },
  {
    ...{ key: 'errorCodePointer', label: 'Error code pointer', type: 'string', ...answer },
    description: 'JSON Pointer to the provider’s error code; unset: the usual places.',
  },
  ...codeList('retryCodes', 'Codes to try again', 'may work later'),
  ...codeList('rejectCodes', 'Codes that are final', 'mean that this recipient or content never works'),
  ...codeList('misconfiguredCodes', 'Codes of a wrong account', 'mean that the account or its settings are wrong'),
];

function codeList(key: string, label: string, meaning: string): FieldDefinition[] {
  const description = `Error codes, or HTTP statuses, that ${meaning}.`;
  return [{ key, label, type: 'string[]', ...answer, description }];
}

/** The type without its parameters, in lower case. */
function mediaType(contentType: unknown): string {
  return String(contentType).split(';', 1)[0]?.trim().toLowerCase() ?? '';
}

export function isJsonType(contentType: unknown): boolean {
  return /[/+]json$/.test(mediaType(contentType));
}

function escapingOfBody(contentType: unknown): Escaping {
  if (isJsonType(contentType)) return 'json';
  const type = mediaType(contentType);
  if (type === 'application/x-www-form-urlencoded') return 'url';
  return /[/+]xml$/.test(type) ? 'xml' : 'none';
}

export type Auth = { kind: 'none' | 'basic' | 'bearer' | 'oauth2' } | { kind: 'header'; name: string };

/** How `settings.auth` is written; undefined for what is none of it. */
export function authOf(written: unknown): Auth | undefined {
  const [, name] = /^header:(.+)$/.exec(String(written)) ?? [];
  if (name !== undefined) return token.test(name) ? { kind: 'header', name: name.toLowerCase() } : undefined;
  const kind = (['none', 'basic', 'bearer', 'oauth2'] as const).find((known) => known === written);
  return kind && { kind };
}

/** The header that carries the credentials; null where none does. */
function authHeader(auth: Auth): string | null {
  if (auth.kind === 'none') return null;
  return auth.kind === 'header' ? auth.name : 'authorization';
}

/** A header's name, RFC 9110 §5.6.2. */
const token = /^[\w!#$%&'*+.^`|~-]+$/;
/** Those that the connection is run by, and the one that has a setting. */
const ownHeaders = new Set(
  'host content-length content-type transfer-encoding connection keep-alive upgrade te trailer expect'.split(' '),
);
const visible = /^[\x21-\x7e]+$/;
const oneLine = /^[\x20-\x7e\x80-\xff]+$/;
const mime = /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(\s*;[\x20-\x7e]*)?$/;

/** What is wrong with an account beyond its field table. */
export function problemsOf(account: AccountFields): FieldProblem[] {
  const found = [...callProblems(account), ...authProblems(account), ...answerProblems(account)];
  return found.map(([field, message]) => ({ field, message }));
}

type Problem = [field: string, message: string];

function* callProblems({ settings: given }: AccountFields): Generator<Problem> {
  const { method, path = '', headers = {}, contentType, body } = given as Record<string, string | undefined>;
  if (/^\s*([a-z][a-z\d+.-]*:|[/\\]{2})/i.test(path)) {
    yield ['settings.path', 'must be a path and query below the base URL, such as /messages?x=1'];
  }
  const auth = authOf(given.auth);
  const taken = new Set<string>();
  for (const name of Object.keys(headers)) {
    const header = name.toLowerCase();
    if (!token.test(name)) yield ['settings.headers', `${JSON.stringify(name)} is not the name of a header`];
    else if (ownHeaders.has(header) || header.startsWith('proxy-')) {
      yield ['settings.headers', `${name} cannot be set${header === 'content-type' ? '; set contentType' : ''}`];
    } else if (auth && header === authHeader(auth)) {
      yield ['settings.headers', `${name} is set by auth`];
    } else if (taken.has(header)) yield ['settings.headers', `${name} is set twice`];
    taken.add(header);
  }
  if (!mime.test(contentType ?? '')) yield ['settings.contentType', 'must be a media type such as application/json'];
  if (method === 'GET' && body) yield ['settings.body', 'is not sent with GET'];
  if (sendsPayload(method, body) && !isJsonType(contentType)) {
    yield ['settings.body', `is required, as payload v1 is no ${contentType}`];
  }
}

/** Whether payload v1 is the body. */
export function sendsPayload(method: unknown, body: unknown): boolean {
  return (body === undefined || body === '') && method !== 'GET' && method !== 'DELETE';
}

function* authProblems({
  credentials: given,
  settings: { auth: written, tokenUrl },
}: AccountFields): Generator<Problem> {
  const auth = authOf(written);
  const has = given as Record<string, string | undefined>;
  const needed = (key: string): Problem[] =>
    has[key] ? [] : [[`credentials.${key}`, `is required with auth ${String(written)}`]];
  switch (auth?.kind) {
    case 'none':
      return;
    case 'bearer':
      yield* needed('bearer');
      if (has.bearer && !visible.test(has.bearer)) yield ['credentials.bearer', 'must be visible ASCII characters'];
      return;
    case 'basic':
      yield* [...needed('basicUser'), ...needed('basicPassword')];
      if (has.basicUser?.includes(':')) yield ['credentials.basicUser', 'must not contain a colon'];
      return;
    case 'header':
      yield* needed('headerValue');
      if (has.headerValue && !oneLine.test(has.headerValue)) {
        yield ['credentials.headerValue', 'must be one line of Latin characters'];
      }
      if (ownHeaders.has(auth.name) || auth.name.startsWith('proxy-')) {
        yield ['settings.auth', `${auth.name} cannot be set`];
      }
      return;
    case 'oauth2':
      yield* [...needed('clientId'), ...needed('clientSecret')];
      if (!tokenUrl) yield ['settings.tokenUrl', 'is required with auth oauth2'];
      return;
    case undefined:
      yield ['settings.auth', 'must be none, basic, bearer, header:<name> or oauth2'];
  }
}

function* answerProblems({ settings: given }: AccountFields): Generator<Problem> {
  for (const key of ['successPointer', 'idPointer', 'errorCodePointer']) {
    const pointer = given[key] as string | undefined;
    const problem = pointer ? pointerProblem(pointer) : null;
    if (problem !== null) yield [`settings.${key}`, problem];
  }
  if (given.successPointer && given.successValue === undefined) {
    yield ['settings.successValue', 'is required with successPointer'];
  }
  const classOf = new Map<string, string>();
  for (const key of ['retryCodes', 'rejectCodes', 'misconfiguredCodes']) {
    for (const code of (given[key] ?? []) as string[]) {
      const other = classOf.get(code);
      if (other !== undefined && other !== key) yield [`settings.${key}`, `${code} is in ${other} too`];
      classOf.set(code, key);
    }
  }
}
