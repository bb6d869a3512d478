import net from 'node:net';
import type { Settings } from '@errand/config';

/**
 * Finds out before anything is started that it could not listen.
 * @throws Error naming PORT or DISPATCHER_PORT
 */
export async function refuseUnusablePorts({ host, port, dispatcherPort }: Settings): Promise<void> {
  if (port !== 0 && port === dispatcherPort) throw new Error(`PORT and DISPATCHER_PORT are both ${port}`);
  await refuseUnusablePort('PORT', host, port);
  await refuseUnusablePort('DISPATCHER_PORT', host, dispatcherPort);
}

async function refuseUnusablePort(variable: string, host: string, port: number): Promise<void> {
  const server = net.createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is already in use' : `cannot be used: ${error.message}`;
      reject(new Error(`port ${port} ${why}; set ${variable} to another one`));
    });
    server.listen(port, host, resolve);
  });
  await new Promise((resolve) => server.close(resolve));
}
