import fs from 'node:fs';
import path from 'node:path';
import { readPortRange } from './port-range';
import { describeSettings, loadSettings, settingDefinitions, SettingsError } from './settings';

const key = `k1:${Buffer.alloc(32, 7).toString('base64')}`;
const definitions = Object.values(settingDefinitions);

describe('settings', () => {
  it('have a default each, or may be unset', () => {
    const settings = loadSettings({});
    expect(settings).toMatchObject({ port: 3000, dispatcherPort: 3001, dataDir: '.errand', seedDemo: true });
    expect(settings).toMatchObject({ dispatchMaxAttempts: 3, dispatchBatchSize: 100, dispatchIntervalMs: 30_000 });
    expect(settings.databaseUrl).toBeUndefined();
  });

  it('treat an empty variable as unset', () => {
    expect(loadSettings({ PORT: '', ADMIN_API_KEY: '' })).toMatchObject({ port: 3000, adminApiKey: undefined });
  });

  it.each(['\r', ' ', '\t', '\r\n', '\n', '\u00a0', '\ufeff'])('take off blanks around a value, as %j', (blank) => {
    const env = { PORT: '8080', ADMIN_API_KEY: 'k'.repeat(16), SEED_DEMO: 'false', ENCRYPTION_KEYS: key };
    const database = { DATABASE_URL: 'postgres://db/errand', OUTBOUND_ALLOW_CIDRS: '10.0.0.0/8' };
    const clean = { ...env, ...database };
    const padded = Object.entries(clean).map(([variable, value]) => [variable, `${blank}${value}${blank}`]);
    expect(loadSettings(Object.fromEntries(padded) as typeof clean)).toEqual(loadSettings(clean));
    expect(loadSettings({ ADMIN_API_KEY: blank }).adminApiKey).toBeUndefined();
  });

  it.each(['0.0.0.0', '::', '::1', 'fe80::1%eth0', 'localhost', 'api-1.internal', 'my_host'])(
    'take the HOST %s',
    (host) => {
      expect(loadSettings({ HOST: host }).host).toBe(host);
    },
  );

  it('read lists and flags', () => {
    const settings = loadSettings({ OUTBOUND_ALLOW_CIDRS: '10.0.0.0/8, 127.0.0.0/8,', SEED_DEMO: 'false' });
    expect(settings.outboundAllowCidrs).toEqual(['10.0.0.0/8', '127.0.0.0/8']);
    expect(settings.seedDemo).toBe(false);
  });

  it('read ports, and ranges of them', () => {
    const { outboundAllowPorts } = loadSettings({ OUTBOUND_ALLOW_PORTS: '443, 8000-8100' });
    expect(outboundAllowPorts.map(readPortRange)).toEqual([
      [443, 443],
      [8000, 8100],
    ]);
    expect(loadSettings({}).outboundAllowPorts).toEqual(['80', '443', '1024-65535']);
  });

  it('read DNS servers with and without a port', () => {
    const servers = ['10.0.0.53', '10.0.0.54:5353', 'fd00::53', '[fd00::53]', '[fd00::53]:5353'];
    expect(loadSettings({ DNS_SERVERS: servers.join(',') }).dnsServers).toEqual(servers);
    expect(loadSettings({}).dnsServers).toBeUndefined();
  });

  it.each(['http://proxy.internal:3128', 'http://us%40er:pass%3Aword@10.0.0.1/'])('take the proxy %s', (url) => {
    expect(loadSettings({ OUTBOUND_PROXY: url }).outboundProxy).toBe(url);
  });

  it.each([
    ['PORT', '70000'],
    ...['0', '1-65536', '443-80', '80-', 'http', '80 443'].map((ports) => ['OUTBOUND_ALLOW_PORTS', ports]),
    ...['dns.internal', '10.0.0.53:0', '10.0.0.53:x', '[10.0.0.53]', '::1:70000000'].map((dns) => ['DNS_SERVERS', dns]),
    ...['proxy:3128', 'https://proxy', 'http://proxy/path', 'http://proxy:0', 'http://u:100%@proxy'].map((proxy) => [
      ...['OUTBOUND_PROXY', proxy],
    ]),
    ['PORT', '3e3'],
    ['DISPATCH_BATCH_SIZE', '0'],
    ['DATABASE_URL', 'mysql://localhost/errand'],
    ['DATABASE_URL', 'postgres://u:p@one:5432,two:5432/errand'],
    ['DATABASE_URL', 'postgres:///errand?host=one,two'],
    ['DATABASE_URL', 'postgres://u:pass#word@db/errand'],
    ['DATABASE_DIRECT_URL', 'postgres://db/errand'],
    ['DATABASE_OWNER_URL', 'postgres://db/errand'],
    ['DATABASE_POOLER', 'statement'],
    ['SEED_DEMO', 'yes'],
    ['LOG_LEVEL', 'loud'],
    ['ADMIN_API_KEY', 'short'],
    ['ADMIN_API_KEY', 'sixteen letters and blanks'],
    ['ADMIN_API_KEY', 'sixteen-letters-ñ'],
    ['ADMIN_API_KEY', 'sixteen-\u0000-letters'],
    ['DATABASE_POOL_SIZE', '3'],
    ['CORS_ORIGINS', 'https://app.example/'],
    ['CORS_ORIGINS', 'https://app.example,app.example'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'https://*.app.example'],
    ['HOST', '999.0.0.1'],
    ['HOST', 'no such host'],
    ['HOST', 'http://localhost'],
    ['HOST', '[::]'],
    ['HOST', '0.0.0.0:3000'],
    ['ENCRYPTION_KEYS', 'secret'],
    ['ENCRYPTION_KEYS', 'k1:AAAA'],
    ['ENCRYPTION_KEYS', `${key},${key}`],
    ['OUTBOUND_ALLOW_CIDRS', '10.0.0.0'],
    ['OUTBOUND_ALLOW_CIDRS', '10.0.0.0/33'],
    ['OUTBOUND_ALLOW_CIDRS', '127.0.0.0/8,010.0.0.0/8'],
    ['OUTBOUND_ALLOW_CIDRS', '10/8'],
    ['OUTBOUND_ALLOW_CIDRS', 'fe80::1%eth0/64'],
    ['OUTBOUND_ALLOW_CIDRS', '10.0.0.0/8:0'],
    ['OUTBOUND_ALLOW_CIDRS', '10.0.0.0/8:http'],
    ['TRUST_PROXY_CIDRS', '10.0.0.1'],
    ['TRUST_PROXY_CIDRS', '10.0.0.0/8:80'],
    ['TRUST_PROXY_CIDRS', 'loopback'],
    ['TRUST_PROXY_CIDRS', 'true'],
    ['API_RATE_PER_KEY', '-1'],
    ['API_RATE_PER_TENANT', '0.5'],
    ['API_RATE_FAILED_PER_ADDRESS', 'none'],
  ])('refuse %s=%s and name the variable', (variable = '', value = '') => {
    expect(() => loadSettings({ [variable]: value })).toThrow(new RegExp(`^Bad settings:\n  ${variable}: `));
  });

  it.each([
    ['postgres://u:p@db/errand?sslmode=verify-full'],
    ['postgres:///errand?host=/cloudsql/project:region:instance'],
    ['postgres://u:p@/errand?host=/cloudsql/project:region:instance'],
    ['postgresql://u:p@%2Fvar%2Frun%2Fpostgresql:5433/errand'],
    ['postgres://u:100%@[::1]:5432/errand'],
    [' postgres:///?host=db&dbname=errand\r', 'postgres:///errand?host=db&dbname=errand'],
    ['postgres://u:p@db?dbname=errand', 'postgres://u:p@db/errand?dbname=errand'],
  ])('take the database at %s', (url, taken = url) => {
    expect(loadSettings({ DATABASE_URL: url }).databaseUrl).toBe(taken);
  });

  it('name every bad variable at once, and repeat no secret', () => {
    const secrets = { DATABASE_URL: 'postgres-secret', ADMIN_API_KEY: 'admin-secret', ENCRYPTION_KEYS: 'key:secret' };
    const proxy = { OUTBOUND_PROXY: 'http://u:secret@x/y' };
    const load = () => loadSettings({ PORT: 'x', OUTBOUND_ALLOW_CIDRS: '10/8', ...secrets, ...proxy });
    expect(load).toThrow(SettingsError);
    expect(load).toThrow(/DATABASE_URL[^]*PORT[^]*ADMIN_API_KEY[^]*ENCRYPTION_KEYS[^]*OUTBOUND_ALLOW_CIDRS/);
    expect(load).not.toThrow(/secret/);
  });

  it('require an encryption key in production', () => {
    expect(() => loadSettings({ NODE_ENV: 'production' })).toThrow(/ENCRYPTION_KEYS/);
    expect(loadSettings({ NODE_ENV: 'production', ENCRYPTION_KEYS: key }).encryptionKeys).toBe(key);
  });

  it('are shown with secrets as set or not set', () => {
    const shown = describeSettings(loadSettings({ DATABASE_URL: 'postgres://u:hunter2@db/errand', PORT: '8080' }));
    expect(shown).toMatchObject({ PORT: 8080, DATABASE_URL: 'set', ADMIN_API_KEY: 'not set' });
    expect(JSON.stringify(shown)).not.toContain('hunter2');
  });

  it('are all in .env.example, with their description and default, and nothing else is', () => {
    const file = fs.readFileSync(path.join(__dirname, '../../../.env.example'), 'utf8');
    const shown = describeSettings(loadSettings({}));
    const entries = definitions.map(({ variable, description, secret }) => {
      const value = secret ? '' : [shown[variable]].flat().join(',');
      return `# ${description}\n#${variable}=${value}\n`;
    });
    expect(file.split('\n\n').slice(1).join('\n\n')).toBe(entries.join('\n'));
  });
});
