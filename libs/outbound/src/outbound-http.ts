import { setMaxListeners } from 'node:events';
import { isIP, type Socket } from 'node:net';
import type { AxiosInstance } from 'axios';
import { Agent, Client, Pool } from 'undici';
import { AddressGuard, type GuardOptions } from './address-guard';
import { axiosOver } from './axios-instance';
import { ownerOf } from './call-owner';
import { CallSlots } from './call-slots';
import { dnsLookUp } from './dns-look-up';
import { Exchange } from './exchange';
import { guardedConnector, guardedSocket, type WayOut } from './guarded-connector';
import { type LookUp, Names } from './names';
import { blockedAddress, OutboundError } from './outbound-error';
import type { OutboundRequest, OutboundResponse } from './outbound-call';
import { ownTime } from './own-time';
import { proxyOf } from './proxy-tunnel';
import { maxHeadBytes } from './response-heads';
import { type GuardedSocket, type SocketRequest, socketWithin } from './socket-call';
import { httpSchemes, mailSchemes, normalUrl, parseTarget, type Target, type UrlScheme } from './target';

export interface OutboundOptions extends GuardOptions {
  /** Further calls of an owner to the origin wait for a free connection before their time begins. 256 unless told. */
  maxConnectionsPerOrigin?: number;
  /** DNS servers to ask, as `address` or `address:port`; those of the system unless told. */
  dnsServers?: string[] | undefined;
  /** Replaces the hosts file and DNS. */
  lookUp?: LookUp;
  /** Limit of resolving one name. 5 s unless told. */
  resolveTimeoutMs?: number;
  /** URL of the HTTP proxy that all calls go through. */
  proxy?: string | undefined;
  /** Is told which rule refused an origin, or why its name has no addresses: errors do not say. */
  onRefusal?: (origin: string, reason: string) => void;
}

/** Parsing a URL costs about as much as all else here; a provider is called at the same few over and over. */
const rememberedTargets = 1000;
/** Owners whose connections are kept for their next calls. */
const rememberedOwners = 1000;

type Waiting = Pick<OutboundRequest, 'signal' | 'waitMs'>;

/** One owner's connections, which no other uses: whoever keeps all of them busy keeps only its own calls waiting. */
interface Connections {
  agent: Agent;
  calls: number;
}

/**
 * The one way out: HTTP/1.1 with kept-alive connections per owner and origin, to public or allowed addresses only, with a
 * hard deadline and a cap on the answer. It follows no redirect, obeys no proxy variable of the system, asks for no
 * compression (and takes it off where it comes all the same) and never repeats a request; a status of 400 or 500 is an
 * answer like any other, and those of 100 to 199 are passed over.
 */
export class OutboundHttp {
  /** The same way out for those who prefer axios: any status resolves, `data` is text, failures are OutboundErrors. */
  readonly axios: AxiosInstance;
  private readonly guard: AddressGuard;
  private readonly names: Names;
  /** As many calls to an origin as it may have connections, so that none waits within undici, where its time would run. */
  private readonly slots: CallSlots;
  private readonly connections = new Map<string, Connections>();
  private readonly targets = new Map<string, Target>();
  private readonly sockets = new Set<Socket>();
  private readonly closing = new AbortController();

  /** @throws Error naming an entry of `allowCidrs` that is not a network. */
  constructor(private readonly options: OutboundOptions) {
    const { maxConnectionsPerOrigin = 256, dnsServers, resolveTimeoutMs = 5_000 } = options;
    this.guard = new AddressGuard(options);
    const lookUp = options.lookUp ?? dnsLookUp(dnsServers ? { servers: dnsServers } : {});
    this.names = new Names(lookUp, resolveTimeoutMs);
    // Every connection that is being made listens to it.
    setMaxListeners(0, this.closing.signal);
    this.slots = new CallSlots(Infinity, maxConnectionsPerOrigin);
    this.axios = axiosOver((request) => this.request(request));
  }

  /** @throws OutboundError, and nothing else. */
  async request(request: OutboundRequest): Promise<OutboundResponse> {
    const { method, body, timeoutMs, signal, maxResponseBytes = 1_048_576, statusSuffices = false } = request;
    const headers = { 'accept-encoding': 'identity', ...request.headers };
    const { origin, hostname, path } = this.targetOf(request.url, httpSchemes);
    const owner = request.owner ?? ownerOf(signal);
    const place = `${owner} ${origin}`;
    if (signal?.aborted) throw abortedCall(origin);
    if (!this.slots.tryTake(place)) await this.waitForSlot(place, origin, request);
    const connections = this.connectionsOf(owner);
    connections.calls += 1;
    return new Promise((resolve, reject) => {
      const over = () => {
        connections.calls -= 1;
        this.slots.release(place);
      };
      const limits = { timeoutMs, maxResponseBytes, statusSuffices, signal };
      const exchange = new Exchange(origin, limits, resolve, reject, over);
      connections.agent.dispatch({ origin, path, method, headers, body: body ?? null }, exchange);
      // A call that needs a new connection has begun to look up the name by now.
      const lookUp = exchange.hasConnection ? undefined : this.names.underWay(hostname, owner);
      if (lookUp) void beginAfter(lookUp, exchange, signal);
      else exchange.begin();
    });
  }

  /**
   * Connects for a call that is not HTTP. The socket is plain: TLS is for the caller to begin. Until it is closed it counts
   * as a call of its owner's to the origin; it is closed when this process stops.
   * @throws OutboundError, and nothing else; CONNECTION_FAILED where there is no connection within `timeoutMs`
   */
  async connect(request: SocketRequest): Promise<GuardedSocket> {
    const { url, signal } = request;
    const target = this.targetOf(url, mailSchemes);
    const owner = request.owner ?? ownerOf(signal);
    const place = `${owner} ${target.origin}`;
    if (signal?.aborted) throw abortedCall(target.origin);
    if (!this.slots.tryTake(place)) await this.waitForSlot(place, target.origin, request);
    try {
      const connecting = guardedSocket(this.wayOf(owner), target);
      const opened = await socketWithin(
        connecting,
        target.origin,
        request,
        this.names.underWay(target.hostname, owner),
      );
      const { socket } = opened;
      // Whoever uses it listens too, but only from its first turn on.
      socket.on('error', () => undefined);
      if (this.closing.signal.aborted) socket.destroy();
      this.sockets.add(socket);
      socket.once('close', () => {
        this.sockets.delete(socket);
        this.slots.release(place);
      });
      return opened;
    } catch (error) {
      this.slots.release(place);
      throw error;
    }
  }

  /**
   * The check to make when a URL is saved: its form, its port, and its address where that is written out. A name is not
   * resolved: the answer would tell what names there are in the operator's network, and it may lead elsewhere by the
   * time of the call, when it is checked in any case.
   * @param schemes those that it may have, http and https unless told
   * @returns the form to save
   * @throws OutboundError INVALID_URL or BLOCKED_ADDRESS.
   */
  allowed(text: string, schemes?: readonly UrlScheme[]): string {
    const { url, problem } = normalUrl(text, schemes);
    if (problem !== undefined) throw new OutboundError('INVALID_URL', `A URL ${problem}`);
    this.targetOf(url, schemes);
    return url;
  }

  /** Why no call to the URL is made now, in words for the operator; null when its addresses may be connected to. */
  async refusalOf(url: string): Promise<string | null> {
    try {
      const { hostname, port } = this.targetOf(url, [...httpSchemes, ...mailSchemes]);
      if (isIP(hostname) !== 0) return null;
      const addresses = await this.names.resolve(hostname, '');
      if (addresses.length === 0) return 'its name has no address';
      return (
        this.guard.refusalOfAny(
          addresses.map(({ address }) => address),
          port,
        ) ?? null
      );
    } catch (error) {
      const { rule, code } = error as { rule?: string; code?: string };
      return rule ?? `its name does not resolve (${code ?? 'no address'})`;
    }
  }

  /** Closes every connection; calls still under way fail with ABORTED. */
  async close(): Promise<void> {
    this.closing.abort();
    this.slots.close();
    this.names.close();
    for (const socket of this.sockets) socket.destroy();
    await Promise.all([...this.connections.values()].map(({ agent }) => agent.destroy()));
  }

  private async waitForSlot(place: string, origin: string, { signal, waitMs }: Waiting): Promise<void> {
    const waited = ownTime(signal);
    const isTaken = await this.slots.take(place, signal, waitMs).finally(waited);
    if (!isTaken) throw abortedCall(origin);
    if (!signal?.aborted) return;
    this.slots.release(place);
    throw abortedCall(origin);
  }

  private connectionsOf(owner: string): Connections {
    const known = this.connections.get(owner);
    if (known !== undefined) return known;
    if (this.connections.size >= rememberedOwners) this.forgetIdleOwners();
    const connections = { agent: this.agentOf(owner), calls: 0 };
    this.connections.set(owner, connections);
    return connections;
  }

  private agentOf(owner: string): Agent {
    const { maxConnectionsPerOrigin = 256 } = this.options;
    const way = this.wayOf(owner);
    const Connected = maxConnectionsPerOrigin === 1 ? Client : Pool;
    return new Agent({
      factory: (origin) =>
        new Connected(origin, {
          connect: guardedConnector(way, parseTarget(String(origin))),
          ...(maxConnectionsPerOrigin > 1 && { connections: maxConnectionsPerOrigin }),
          // The exchange has a deadline of its own, over the whole call.
          headersTimeout: 0,
          bodyTimeout: 0,
          maxHeaderSize: maxHeadBytes,
        }),
    });
  }

  private wayOf(owner: string): WayOut {
    const { proxy, onRefusal = () => undefined } = this.options;
    return {
      guard: this.guard,
      resolve: (hostname: string) => this.names.resolve(hostname, owner),
      proxy: proxy === undefined ? undefined : proxyOf(proxy),
      onRefusal,
      stop: this.closing.signal,
    };
  }

  private forgetIdleOwners(): void {
    for (const [owner, { agent, calls }] of this.connections) {
      if (calls > 0) continue;
      this.connections.delete(owner);
      void agent.close();
    }
  }

  private targetOf(url: string, schemes: readonly UrlScheme[] = httpSchemes): Target {
    const target = this.targets.get(url) ?? this.checkedTarget(url);
    if (schemes.some((scheme) => target.protocol === `${scheme}:`)) return target;
    throw new OutboundError('INVALID_URL', `Only ${schemes.join(' and ')} URLs can be called`);
  }

  private checkedTarget(url: string): Target {
    const target = parseTarget(url);
    const rule = this.guard.refusalOfUrl(target);
    if (rule !== undefined) {
      this.options.onRefusal?.(target.origin, rule);
      throw blockedAddress(target.origin, rule);
    }
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
