import { createHash } from 'node:crypto';
import type { OutboundHttp, OutboundResponse } from '@errand/outbound';
import type { FailedOutcome, ProviderAccount } from './dispatcher';
import { firstAt, parsedJson } from './json-places';
import { outcomeOfError } from './outcome';
import { OutcomeError } from './outcome-error';
import { addDerivedSecret, redactText } from './redact';
import { dispositionOfStatus, refusal } from './refusal';

export interface FetchedToken {
  token: string;
  /** From when it was asked for. */
  validMs: number;
}

/** What a token is bought with: one version of a dispatch config. */
type Buyer = Pick<ProviderAccount, 'id' | 'credentials' | 'settings'>;

interface Kept {
  token: Promise<string>;
  /** Infinite while it is being fetched, as all who want one wait for it. */
  renewAt: number;
  /** Of the call that fetches it. */
  signal: AbortSignal;
}

/** A token is renewed so long before its end, or when half its time is over: the call that carries it takes a while. */
const renewedBeforeMs = 5 * 60_000;
/** Tokens of as many config versions are kept; what was fetched longest ago goes first. */
const longestList = 1_000;

/**
 * Bearer tokens that are fetched or made with an account's credentials, one for each version of a dispatch config:
 * however many calls want one at once, it is fetched once. They are blotted out of what is shown, as credentials are.
 */
export class FetchedTokens {
  /** By a digest of the config version: it is read anew every half minute, each time into objects of its own. */
  private readonly kept = new Map<string, Kept>();
  private readonly versions = new WeakMap<object, string>();

  /** @param now in milliseconds */
  constructor(private readonly now: () => number = Date.now) {}

  /**
   * @param fetch is called where there is no token that is still good; what it throws is thrown to all who wait
   * @param signal of the call that wants it. When the call that fetches for all is given up, the next one fetches.
   */
  async of(account: Buyer, fetch: () => Promise<FetchedToken>, signal: AbortSignal): Promise<string> {
    const version = this.versionOf(account);
    for (;;) {
      const known = this.kept.get(version);
      const kept = known && this.now() < known.renewAt ? known : this.begin(version, fetch, signal);
      try {
        const token = await kept.token;
        addDerivedSecret(account.credentials, token);
        return token;
      } catch (error) {
        if (signal.aborted || !kept.signal.aborted) throw error;
      }
    }
  }

  /** What `send` answers with a token; where that is 401, what it answers with a new one. */
  async call<Answer extends { status: number }>(
    account: Buyer,
    fetch: () => Promise<FetchedToken>,
    send: (token: string) => Promise<Answer>,
    signal: AbortSignal,
  ): Promise<Answer> {
    const token = await this.of(account, fetch, signal);
    const answer = await send(token);
    if (answer.status !== 401) return answer;
    await this.drop(account, token);
    return send(await this.of(account, fetch, signal));
  }

  /** The provider refuses the token: the next who wants one fetches it anew, unless somebody did so already. */
  async drop(account: Buyer, token: string): Promise<void> {
    const version = this.versionOf(account);
    const known = this.kept.get(version);
    if (known === undefined || known.renewAt === Infinity) return;
    if ((await known.token) === token && this.kept.get(version) === known) this.kept.delete(version);
  }

  private begin(version: string, fetch: () => Promise<FetchedToken>, signal: AbortSignal): Kept {
    const kept: Kept = { token: this.fetched(version, fetch), renewAt: Infinity, signal };
    // Anew, so that it is the last of the list.
    this.kept.delete(version);
    this.kept.set(version, kept);
    const [oldest] = this.kept.keys();
    if (this.kept.size > longestList && oldest !== undefined) this.kept.delete(oldest);
    return kept;
  }

  private async fetched(version: string, fetch: () => Promise<FetchedToken>): Promise<string> {
    const askedAt = this.now();
    try {
      const { token, validMs } = await fetch();
      const kept = this.kept.get(version);
      if (kept) kept.renewAt = askedAt + Math.max(validMs - renewedBeforeMs, validMs / 2);
      return token;
    } catch (error) {
      this.kept.delete(version);
      throw error;
    }
  }

  private versionOf({ id, credentials, settings }: Buyer): string {
    let version = this.versions.get(credentials);
    if (version === undefined) {
      version = createHash('sha256')
        .update(JSON.stringify([id, credentials, settings]))
        .digest('base64');
      this.versions.set(credentials, version);
    }
    return version;
  }
}

/** Where no lifetime is named (RFC 6749 §5.1 only recommends to): short of what providers give. */
const usualLifeMs = 10 * 60_000;

/**
 * Asks a token endpoint (RFC 6749 §4.4, RFC 7523 §2.1) for an access token.
 * @param form the grant and what belongs to it
 * @param timeoutMs of a call whose other half is then left for what the token is for
 * @throws OutcomeError Nothing has been sent to anybody, so it is never UNCERTAIN: RETRY when the endpoint is in trouble or
 * does not answer, MISCONFIGURED when it refuses.
 */
export async function fetchToken(
  http: OutboundHttp,
  { url, form, headers = {} }: { url: string; form: Record<string, string>; headers?: Record<string, string> },
  account: Pick<ProviderAccount, 'credentials' | 'timeoutMs'>,
  signal: AbortSignal,
): Promise<FetchedToken> {
  const response = await answered(
    http.request({
      method: 'POST',
      url,
      headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json', ...headers },
      body: new URLSearchParams(form).toString(),
      timeoutMs: Math.ceil(account.timeoutMs / 2),
      signal,
    }),
    signal,
  );
  const isTaken = response.status >= 200 && response.status <= 299;
  const document = parsedJson(response.body);
  const token = isTaken ? firstAt(document, [['access_token']]) : undefined;
  if (token === undefined) throw new OutcomeError(refusedToken(response, account));
  const seconds = Number(firstAt(document, [['expires_in']]));
  return { token, validMs: seconds > 0 ? seconds * 1_000 : usualLifeMs };
}

async function answered(call: Promise<OutboundResponse>, signal: AbortSignal): Promise<OutboundResponse> {
  try {
    return await call;
  } catch (error) {
    if (signal.aborted) throw error;
    const outcome = outcomeOfError(error) as FailedOutcome;
    const message = `No access token: ${outcome.message}`;
    throw new OutcomeError({ ...outcome, disposition: 'RETRY', message });
  }
}

/** An endpoint that refuses knows nothing of the activity: it is the account that is wrong. */
function refusedToken(response: OutboundResponse, account: Pick<ProviderAccount, 'credentials'>): FailedOutcome {
  const document = parsedJson(response.body);
  const code = firstAt(document, [['error']]) ?? null;
  const isTaken = response.status <= 299;
  // The message was not sent at all, whoever it was that answered.
  const isPassing = isTaken || ['RETRY', 'UNCERTAIN'].includes(dispositionOfStatus(response.status, code));
  const outcome = refusal(
    response,
    account,
    {},
    {
      disposition: isPassing || code === 'temporarily_unavailable' ? 'RETRY' : 'MISCONFIGURED',
      scope: 'CONFIG',
      providerErrorCode: code,
      ...(isTaken && { message: 'there is no access_token in the answer' }),
    },
  );
  return {
    ...outcome,
    message: `No access token: ${outcome.message}`,
    // All who wait for the token are told, also those whose credentials are other objects. What is no refusal may well have
    // a token in some place of its own.
    responseBody:
      isTaken || outcome.responseBody === null ? null : redactText(outcome.responseBody, account.credentials),
  };
}
