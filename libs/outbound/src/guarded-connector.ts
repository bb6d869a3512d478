import type { LookupFunction } from 'node:net';
import { buildConnector } from 'undici';
import type { AddressGuard } from './address-guard';
import type { Resolve } from './names';
import { blockedAddress, OutboundError } from './outbound-error';
import { guardHeads } from './response-heads';

/** Undici's clock for a connection runs while its name is resolved too, which `Names` bounds by itself. */
const connectTimeoutMs = 15_000;

/**
 * Connects for undici. The addresses that are checked are the very ones that are dialled, so a name that resolves
 * differently a second time (DNS rebinding) gains nothing; the peer of the finished connection is checked once more.
 * Literal hosts need no resolver and never reach `lookup`: the caller refuses those, the peer check backs it up.
 */
export function guardedConnector(guard: AddressGuard, resolve: Resolve): buildConnector.connector {
  const lookupGuarded: LookupFunction = (hostname, options, callback) => {
    resolve(hostname).then(
      (addresses) => {
        const rule = guard.refusalOfAny(addresses.map(({ address }) => address));
        const [first] = addresses;
        if (rule !== undefined) callback(blockedAddress(hostname, rule), '');
        else if (first === undefined) callback(Object.assign(new Error('no address'), { code: 'ENODATA' }), '');
        else if (options.all === true) callback(null, addresses);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, ''),
    );
  };
  const connect = buildConnector({ lookup: lookupGuarded, timeout: connectTimeoutMs });
  return (options, callback) => {
    connect(options, (error, socket) => {
      if (error !== null) return callback(error, null);
      const refusal = refusalOfPeer(guard, socket.remoteAddress, `${options.protocol}//${options.host ?? ''}`);
      if (refusal === undefined) {
        guardHeads(socket);
        return callback(null, socket);
      }
      socket.destroy();
      callback(refusal, null);
    });
  };
}

function refusalOfPeer(guard: AddressGuard, peer: string | undefined, origin: string): OutboundError | undefined {
  if (peer === undefined) return new OutboundError('CONNECTION_FAILED', `${origin} closed the connection at once`);
  const rule = guard.refusalOf(peer);
  return rule === undefined ? undefined : blockedAddress(origin, rule);
}
