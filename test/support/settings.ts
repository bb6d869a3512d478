import { loadSettings, type Settings } from '@errand/config';

/** Known to every test that needs a platform key. */
export const ADMIN_KEY = 'test-platform-key-0123456789';

/** The environment of a process under test: free ports, loopback providers, quiet unless LOG_LEVEL says otherwise. */
export function testEnvironment(databaseUrl: string): Record<string, string> {
  return {
    NODE_ENV: 'test',
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'silent',
    DATABASE_URL: databaseUrl,
    DATABASE_POOL_SIZE: '5',
    HOST: '127.0.0.1',
    PORT: '0',
    DISPATCHER_PORT: '0',
    ADMIN_API_KEY: ADMIN_KEY,
    ENCRYPTION_KEYS: `test:${Buffer.alloc(32, 7).toString('base64')}`,
    OUTBOUND_ALLOW_CIDRS: '127.0.0.0/8',
    // Nothing listens there: no test asks the machine's own servers.
    DNS_SERVERS: '127.0.0.1:9',
    DISPATCH_RETRY_BASE_MS: '1',
    DISPATCH_RETRY_MAX_MS: '1000',
  };
}

export function testSettings(databaseUrl: string, overrides: Partial<Settings> = {}): Settings {
  return { ...loadSettings(testEnvironment(databaseUrl)), ...overrides };
}
