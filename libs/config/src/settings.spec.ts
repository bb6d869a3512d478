import fs from 'node:fs';
import path from 'node:path';
import { describeSettings, loadSettings, settingDefinitions, SettingsError } from './settings';

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
    const env = { PORT: '8080', ADMIN_API_KEY: 'k'.repeat(16), SEED_DEMO: 'false', ENCRYPTION_KEYS: 'k1:…' };
    const database = { DATABASE_URL: 'postgres://db/errand', OUTBOUND_ALLOW_CIDRS: '10.0.0.0/8' };
    const clean = { ...env, ...database };
    const padded = Object.entries(clean).map(([variable, value]) => [variable, `${blank}${value}${blank}`]);
    expect(loadSettings(Object.fromEntries(padded) as typeof clean)).toEqual(loadSettings(clean));
    expect(loadSettings({ ADMIN_API_KEY: blank }).adminApiKey).toBeUndefined();
  });

  it('read lists and flags', () => {
    const settings = loadSettings({ OUTBOUND_ALLOW_CIDRS: '10.0.0.0/8, 127.0.0.0/8,', SEED_DEMO: 'false' });
    expect(settings.outboundAllowCidrs).toEqual(['10.0.0.0/8', '127.0.0.0/8']);
    expect(settings.seedDemo).toBe(false);
  });

  it.each([
    ['PORT', '70000'],
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
  ])('refuse %s=%s and name the variable', (variable, value) => {
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
    const load = () => loadSettings({ PORT: 'x', DATABASE_URL: 'postgres-secret', ADMIN_API_KEY: 'admin-secret' });
    expect(load).toThrow(SettingsError);
    expect(load).toThrow(/DATABASE_URL[^]*PORT[^]*ADMIN_API_KEY/);
    expect(load).not.toThrow(/secret/);
  });

  it('require an encryption key in production', () => {
    expect(() => loadSettings({ NODE_ENV: 'production' })).toThrow(/ENCRYPTION_KEYS/);
    expect(loadSettings({ NODE_ENV: 'production', ENCRYPTION_KEYS: 'k1:…' }).encryptionKeys).toBe('k1:…');
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
