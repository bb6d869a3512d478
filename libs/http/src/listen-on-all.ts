import { lookup } from 'node:dns';
import type { Server } from 'node:http';
import { type AddressInfo, createServer, type Server as Listener } from 'node:net';

/**
 * Makes a server that listens on one address of a name listen on its others too, `::1` beside `127.0.0.1`: clients take
 * either. Fastify does this only for servers that it makes itself.
 */
export function listenOnAll(server: Server, name: string, resolve = lookup): void {
  const others: Listener[] = [];
  server.once('listening', () => {
    const { address: first, port } = server.address() as AddressInfo;
    resolve(name, { all: true }, (error, addresses) => {
      if (error || !server.listening) return;
      for (const { address } of addresses.filter((one) => one.address !== first)) {
        const other = createServer((socket) => server.emit('connection', socket));
        other.maxConnections = server.maxConnections;
        other.on('error', () => undefined); // an address that this machine has not
        others.push(other.listen(port, address));
      }
    });
  });
  server.once('close', () => {
    for (const other of others) other.close();
  });
}
