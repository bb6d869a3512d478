import type { AxiosInstance } from 'axios';
import { Agent } from 'undici';
import { AddressGuard } from './address-guard';
import { axiosOver } from './axios-instance';
import { CallSlots } from './call-slots';
import { Exchange } from './exchange';
import { guardedConnector } from './guarded-connector';
import { Names, type Resolve, systemResolve } from './names';
import { blockedAddress, OutboundError } from './outbound-error';
import type { OutboundRequest, OutboundResponse } from './outbound-call';
import { ownTime } from './own-time';
import { maxHeadBytes } from './response-heads';
import { normalUrl, parseTarget, type Target } from './target';

export interface OutboundOptions {
  /** Networks that may be connected to although they are not public, e.g. `10.1.0.0/16`. */
  allowCidrs: string[];
  /** Further calls to the origin wait for a free connection before their time begins. 256 unless told. */
  maxConnectionsPerOrigin?: number;
  /** Replaces the system's resolver. */
  resolve?: Resolve;
  /** Limit of resolving one name. 5 s unless told. */
  resolveTimeoutMs?: number;
}

/** Parsing a URL costs about as much as all else here; a provider is called at the same few over and over. */
const rememberedTargets = 1000;

/**
 * The one way out: HTTP/1.1 with kept-alive connections per origin, to public or allowed addresses only, with a hard
 * deadline and a cap on the answer. It follows no redirect, obeys no proxy variable, asks for no compression (and takes it
 * off where it comes all the same) and never repeats a request; a status of 400 or 500 is an answer like any other, and
 * those of 100 to 199 are passed over.
 */
export class OutboundHttp {
  /** The same way out for those who prefer axios: any status resolves, `data` is text, failures are OutboundErrors. */
  readonly axios: AxiosInstance;
  private readonly guard: AddressGuard;
  private readonly names: Names;
  /** As many calls to an origin as it may have connections, so that none waits within undici, where its time would run. */
  private readonly slots: CallSlots;
  private readonly agent: Agent;
  private readonly targets = new Map<string, Target>();

  /** @throws Error naming an entry of `allowCidrs` that is not a network. */
  constructor({
    allowCidrs,
    maxConnectionsPerOrigin = 256,
    resolve = systemResolve,
    resolveTimeoutMs = 5_000,
  }: OutboundOptions) {
    this.guard = new AddressGuard(allowCidrs);
    this.names = new Names(resolve, resolveTimeoutMs);
    this.slots = new CallSlots(Infinity, maxConnectionsPerOrigin);
    this.agent = new Agent({
      connect: guardedConnector(this.guard, (hostname) => this.names.resolve(hostname)),
      connections: maxConnectionsPerOrigin,
      // The exchange has a deadline of its own, over the whole call.
      headersTimeout: 0,
      bodyTimeout: 0,
      maxHeaderSize: maxHeadBytes,
    });
    this.axios = axiosOver((request) => this.request(request));
  }

  /** @throws OutboundError, and nothing else. */
  async request(request: OutboundRequest): Promise<OutboundResponse> {
    const { method, body, timeoutMs, signal, maxResponseBytes = 1_048_576, statusSuffices = false } = request;
    const headers = { 'accept-encoding': 'identity', ...request.headers };
    const { origin, hostname, path } = this.targetOf(request.url);
    if (signal?.aborted) throw abortedCall(origin);
    if (!this.slots.tryTake(origin)) await this.waitForSlot(origin, request);
    return new Promise((resolve, reject) => {
      const over = () => this.slots.release(origin);
      const limits = { timeoutMs, maxResponseBytes, statusSuffices, signal };
      const exchange = new Exchange(origin, limits, resolve, reject, over);
      this.agent.dispatch({ origin, path, method, headers, body: body ?? null }, exchange);
      // A call that needs a new connection has begun to look up the name by now.
      const lookUp = exchange.hasConnection ? undefined : this.names.underWay(hostname);
      if (lookUp) void beginAfter(lookUp, exchange, signal);
      else exchange.begin();
    });
  }

  /**
   * The check to make when a URL is saved: its form, and every address it has now. A name that does not resolve
   * passes, since it may later; connecting checks again in any case.
   * @returns the form to save
   * @throws OutboundError INVALID_URL or BLOCKED_ADDRESS.
   */
  async allowed(text: string): Promise<string> {
    const { url, problem } = normalUrl(text);
    if (problem !== undefined) throw new OutboundError('INVALID_URL', `A URL ${problem}`);
    const { origin, hostname } = this.targetOf(url);
    const addresses = await this.names.resolve(hostname).catch(() => []);
    const rule = this.guard.refusalOfAny(addresses.map(({ address }) => address));
    if (rule !== undefined) throw blockedAddress(origin, rule);
    return url;
  }

  /** Closes every connection; calls still under way fail with ABORTED. */
  async close(): Promise<void> {
    this.slots.close();
    await this.agent.destroy();
  }

  private async waitForSlot(origin: string, { signal, waitMs }: OutboundRequest): Promise<void> {
    const waited = ownTime(signal);
    const isTaken = await this.slots.take(origin, signal, waitMs).finally(waited);
    if (!isTaken) throw abortedCall(origin);
    if (!signal?.aborted) return;
    this.slots.release(origin);
    throw abortedCall(origin);
  }

  private targetOf(url: string): Target {
    const known = this.targets.get(url);
    if (known !== undefined) return known;
    const target = parseTarget(url);
    const rule = this.guard.refusalOfHost(target.hostname);
    if (rule !== undefined) throw blockedAddress(target.origin, rule);
    if (this.targets.size >= rememberedTargets) this.targets.clear();
    this.targets.set(url, target);
    return target;
  }
}

async function beginAfter(lookUp: Promise<unknown>, exchange: Exchange, signal: AbortSignal | undefined) {
  const waited = ownTime(signal);
  await lookUp;
  waited();
  exchange.begin();
}

function abortedCall(origin: string): OutboundError {
  return new OutboundError('ABORTED', `The call to ${origin} was given up before it began`);
}
