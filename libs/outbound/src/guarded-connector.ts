import type { LookupAddress } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { buildConnector } from 'undici';
import type { AddressGuard } from './address-guard';
import { blockedAddress, OutboundError, unreachableName } from './outbound-error';
import { openTunnel, type Proxy } from './proxy-tunnel';
import { guardHeads } from './response-heads';
import type { Target } from './target';

/** Undici's clock for a connection runs while its name is resolved too, which `Names` bounds by itself. */
const connectTimeoutMs = 15_000;
/** That a name leads nowhere is told no sooner, so that the time does not tell a refused address from none at all. */
const untoldMs = 250;

/** What stands between a call and the network. */
export interface WayOut {
  guard: AddressGuard;
  /** Rejects when the name has no addresses. */
  resolve: (hostname: string) => Promise<LookupAddress[]>;
  /** All connections go through it. */
  proxy: Proxy | undefined;
  /** Is told why an address, or a name, is not connected to: the caller is not. */
  onRefusal: (origin: string, reason: string) => void;
  /** Aborts when nothing is to be connected to any more. */
  stop: AbortSignal;
}

/** Connects for undici, see {@link checkedConnector}. */
export function guardedConnector(way: WayOut, target: Pick<Target, 'origin' | 'port'>): buildConnector.connector {
  const connect = checkedConnector(way, target);
  return (options, callback) =>
    connect(options, (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      guardHeads(socket);
      callback(null, socket);
    });
}

/** Connects for whoever speaks something else than HTTP, without TLS. @throws OutboundError, or one of Node's or undici's */
export function guardedSocket(way: WayOut, target: Pick<Target, 'origin' | 'hostname' | 'port'>): Promise<Socket> {
  const { hostname, port } = target;
  return new Promise((resolve, reject) => {
    checkedConnector(way, target)({ hostname, protocol: 'tcp:', port: String(port) }, (...[error, socket]) => {
      if (error !== null) reject(error);
      else resolve(socket);
    });
  });
}

/**
 * The addresses that are checked are the very ones that are dialled, so a name that resolves
 * differently a second time (DNS rebinding) gains nothing; the peer of the finished connection is checked once more.
 * Literal hosts need no resolver and never reach `lookup`: the caller refuses those, the peer check backs it up.
 */
function checkedConnector(way: WayOut, target: Pick<Target, 'origin' | 'port'>): buildConnector.connector {
  const lookup = lookupBy((hostname) => checkedAddresses(way, target, hostname));
  const connect = buildConnector({ lookup, timeout: connectTimeoutMs });
  return (options, callback) => {
    const connected: buildConnector.Callback = (...[error, socket]) => {
      if (error !== null) return callback(error, null);
      const refusal = way.proxy ? undefined : refusalOfPeer(way, target, socket.remoteAddress);
      if (refusal === undefined) return callback(null, socket);
      socket.destroy();
      callback(refusal, null);
    };
    if (way.proxy === undefined) connect(options, connected);
    else
      throughProxy(way, way.proxy, target, options.hostname).then(
        (httpSocket) => {
          if (options.protocol === 'https:') connect({ ...options, httpSocket }, connected);
          else connected(null, httpSocket);
        },
        (error: Error) => callback(error, null),
      );
  };
}

/** Tries one address after the other, since a proxy may have no way to those of one family. */
async function throughProxy(way: WayOut, proxy: Proxy, target: Pick<Target, 'origin' | 'port'>, hostname: string) {
  const addresses =
    isIP(hostname) === 0 ? (await checkedAddresses(way, target, hostname)).map(({ address }) => address) : [hostname];
  const lookupOfProxy = lookupBy(way.resolve);
  const until = performance.now() + connectTimeoutMs;
  for (const [index, address] of addresses.entries()) {
    const leftMs = Math.max(1, Math.round(until - performance.now()));
    try {
      return await openTunnel(proxy, { ...target, address }, lookupOfProxy, leftMs, way.stop);
    } catch (error) {
      if (index === addresses.length - 1 || performance.now() >= until || way.stop.aborted) throw error;
    }
  }
  throw unreachableName(target.origin);
}

/** @throws OutboundError the same one whether the name has no addresses or refused ones, after the same time */
async function checkedAddresses(
  { guard, resolve, onRefusal, stop }: WayOut,
  { origin, port }: Pick<Target, 'origin' | 'port'>,
  hostname: string,
): Promise<LookupAddress[]> {
  const startedAt = performance.now();
  let reason: string | undefined;
  try {
    const addresses = await resolve(hostname);
    reason = guard.refusalOfAny(
      addresses.map(({ address }) => address),
      port,
    );
    if (reason === undefined && addresses.length > 0) return addresses;
  } catch (error) {
    reason = (error as NodeJS.ErrnoException).code;
  }
  onRefusal(origin, reason ?? 'no address');
  const leftMs = Math.max(0, startedAt + untoldMs - performance.now());
  await delay(leftMs, undefined, { signal: stop }).catch(() => undefined);
  throw unreachableName(origin);
}

function lookupBy(resolve: (hostname: string) => Promise<LookupAddress[]>): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const [first] = addresses;
        if (options.all === true) callback(null, addresses);
        else if (first === undefined) callback(Object.assign(new Error('no address'), { code: 'ENODATA' }), '');
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
}

function refusalOfPeer(
  { guard, onRefusal }: WayOut,
  { origin, port }: Pick<Target, 'origin' | 'port'>,
  peer: string | undefined,
): OutboundError | undefined {
  if (peer === undefined) return new OutboundError('CONNECTION_FAILED', `${origin} closed the connection at once`);
  const rule = guard.refusalOf(peer, port);
  if (rule === undefined) return undefined;
  onRefusal(origin, rule);
  return blockedAddress(origin, rule);
}
