import net from 'node:net';
import { Database } from '@errand/database';
import { Pool } from 'pg';
import pino from 'pino';
import type { DataSource } from 'typeorm';
import { Reachability } from '../../libs/database/src/reachability';
import { testSettings } from '../support/settings';

/** A message of PostgreSQL's protocol: its type, its length, its content. */
function message(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(content.length + 4);
  return Buffer.concat([Buffer.from(type), length, content]);
}

const authenticated = message('R', Buffer.alloc(4));
const ready = message('Z', Buffer.from('I'));
const shutDown = message('E', Buffer.from('SFATAL\0VFATAL\0C57P01\0Mterminating connection\0\0'));

describe('a connection that ends in the moment it is handed out', () => {
  let server: net.Server;
  let pool: Pool;
  beforeEach(async () => {
    server = net.createServer((socket) => {
      socket.once('data', () => socket.end(Buffer.concat([authenticated, ready, shutDown])));
      socket.on('error', () => socket.destroy());
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as net.AddressInfo;
    pool = new Pool({ host: '127.0.0.1', port, user: 'errand', database: 'errand', ssl: false });
    pool.on('error', () => undefined);
  });
  afterEach(async () => {
    await pool.end();
    await new Promise((resolve) => server.close(resolve));
  });

  it('fails the statement and not the process', async () => {
    const settings = testSettings(`postgres://errand@127.0.0.1:${pool.options.port}/errand`);
    const reachability = new Reachability(settings, pino({ level: 'silent' }));
    const database = new Database({ driver: { master: pool } } as unknown as DataSource, reachability, settings);
    await expect(database.query({ name: 'one', text: 'SELECT 1' })).rejects.toThrow(/onnection/);
    reachability.onModuleDestroy();
  });
});
