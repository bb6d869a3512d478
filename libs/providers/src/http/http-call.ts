import type { DispatchRequest, PreparedCall } from '../dispatcher';
import { failure } from '../outcome';
import { OutcomeError } from '../outcome-error';
import { authOf, isJsonType, sendsPayload } from './http-fields';

/**
 * The call that an account's settings ask for. With oauth2 its `authorization` is a stand-in for the token.
 * @throws OutcomeError TEMPLATE_FAILED when the rendered settings make no call
 */
export function preparedCall({ payload, body, account, rendered }: DispatchRequest): PreparedCall {
  const { method, contentType } = account.settings as Record<string, string>;
  const url = callUrl(account.baseUrl ?? '', (rendered.path as string | undefined) ?? '');
  const headers: Record<string, string> = { 'idempotency-key': payload.id };
  for (const [name, value] of Object.entries((rendered.headers ?? {}) as Record<string, string>)) {
    headers[name.toLowerCase()] = headerValue(name, value);
  }
  const sent = sendsPayload(method, account.settings.body) ? body : ((rendered.body as string | undefined) ?? '');
  if (sent !== '') {
    if (isJsonType(contentType) && !isJson(sent)) throw templateFailed('the body is not JSON');
    headers['content-type'] = contentType ?? '';
  }
  return { method: method ?? 'POST', url, headers: { ...headers, ...authorization(account) }, body: sent || null };
}

function authorization({ settings, credentials }: DispatchRequest['account']): Record<string, string> {
  const auth = authOf(settings.auth);
  const { bearer, basicUser, basicPassword, headerValue } = credentials as Record<string, string>;
  switch (auth?.kind) {
    case 'bearer':
      return { authorization: `Bearer ${bearer}` };
    case 'basic':
      return { authorization: `Basic ${basic(basicUser ?? '', basicPassword ?? '')}` };
    case 'header':
      return { [auth.name]: headerValue ?? '' };
    case 'oauth2':
      return { authorization: 'Bearer •••' };
    default:
      return {};
  }
}

/** RFC 7617, in UTF-8. */
export function basic(user: string, password: string): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}

/**
 * Path and query below `baseUrl`: whatever stands in `path`, the origin and the beginning of the path stay. A query of
 * `baseUrl` comes first.
 * @throws OutcomeError TEMPLATE_FAILED
 */
export function callUrl(baseUrl: string, path: string): string {
  const given = path.trim();
  const base = new URL(baseUrl);
  if (given === '') return base.href;
  // A URL parser takes a backslash for a slash and leaves line breaks out; what follows # is not sent.
  // eslint-disable-next-line no-control-regex
  if (/[\0-\x1f\x7f\\#]/.test(given)) throw templateFailed('the path has a control character, a backslash or #');
  const [steps = '', ...queries] = given.split('?');
  if (steps.startsWith('//')) throw templateFailed('the path begins with //');
  if (steps.split('/').some((step) => /^(\.|%2e){1,2}$/i.test(step))) {
    throw templateFailed('the path has a step . or ..');
  }
  const query = [base.search.slice(1), queries.join('?')].filter((part) => part !== '').join('&');
  const below = steps === '' ? base.pathname : base.pathname.replace(/\/*$/, '/') + steps.replace(/^\//, '');
  return new URL(base.origin + below + (query === '' ? '' : `?${query}`)).href;
}

/** One line, as undici wants it and HTTP defines it: visible Latin-1 characters, blanks and tabs. */
function headerValue(name: string, value: string): string {
  const line = value.trim();
  if (/^[\t\x20-\x7e\x80-\xff]*$/.test(line)) return line;
  throw templateFailed(`the header ${name} has a character that headers cannot carry`);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function templateFailed(why: string): OutcomeError {
  return new OutcomeError(failure('TEMPLATE_FAILED', `Nothing was sent: ${why}`));
}
