import { isIPv4, isIPv6 } from 'node:net';
import { z } from 'zod';
import { databaseUrl } from './database-url';
import { readEncryptionKeys } from './encryption-keys';
import { isHost, readNetwork, readNetworkAtPort } from './network';
import { parsedUrl } from './parsed-url';
import { readPortRange } from './port-range';

/** One environment variable: how it is read, what it is for, and whether its value may be shown. */
interface SettingDefinition<T> {
  variable: string;
  schema: z.ZodType<T, string | undefined>;
  /** One line for `.env.example` and for the error that names the variable. */
  description: string;
  /** Shown as `set` / `not set` at start, never by value. */
  secret?: boolean;
}

const text = () => z.string().min(1);
const integer = (min: number, max: number, fallback: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'must be a whole number')
    .default(String(fallback))
    .transform(Number)
    .pipe(z.int().min(min).max(max));
const optionalInteger = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'must be a whole number')
    .transform(Number)
    .pipe(z.int().min(min).max(max))
    .optional();
const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false'])
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true');
const list = (fallback = '') =>
  z
    .string()
    .default(fallback)
    .transform((value) =>
      value
        .split(',')
        .map((entry) => entry.trim())
        .filter((entry) => entry !== ''),
    );

const networks = (read: (entry: string) => unknown, example: string) =>
  list().superRefine((entries, context) => {
    for (const entry of entries.filter((entry) => !read(entry))) {
      context.addIssue({ code: 'custom', message: `"${entry}" is not a network such as ${example}` });
    }
  });

/** The message never shows key material. */
const encryptionKeys = () =>
  text().superRefine((value, context) => {
    try {
      readEncryptionKeys(value);
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
    }
  });

const portRanges = (fallback: string) =>
  list(fallback).refine(
    (entries) => entries.every((entry) => readPortRange(entry)),
    'must be ports, or ranges of them such as 1024-65535',
  );

/** As Node takes them; a name would have to be looked up to be asked. */
const dnsServers = () =>
  list()
    .refine(
      (entries) => entries.every(isDnsServer),
      'must be addresses such as 10.0.0.53, 10.0.0.53:5353 or [fd00::53]:53',
    )
    .transform((entries) => (entries.length > 0 ? entries : undefined));

function isDnsServer(entry: string): boolean {
  const [, bracketed, plain, port = '53'] = /^(?:\[(.+)\]|([^:]+))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  const isAddress = isIPv6(bracketed ?? '') || isIPv4(plain ?? '') || isIPv6(entry);
  return isAddress && Number(port) >= 1 && Number(port) <= 65_535;
}

/** The message never repeats it: there may be a password in it. */
const httpProxy = () =>
  z
    .string()
    .refine(isHttpProxy, 'must be a URL such as http://user:password@proxy.internal:3128, without a path')
    .optional();

function isHttpProxy(text: string): boolean {
  const url = parsedUrl(text);
  if (url === undefined) return false;
  const { protocol, pathname, search, hash, port, username, password } = url;
  try {
    decodeURIComponent(username + password);
  } catch {
    return false;
  }
  return protocol === 'http:' && pathname === '/' && search === '' && hash === '' && port !== '0';
}

/** Without a slash at the end, so that a path can follow. */
const publicUrl = () =>
  text()
    .transform((url) => url.replace(/\/+$/, ''))
    .refine(isPublicUrl, 'must be an http or https URL without a query, user name or password')
    .optional();

function isPublicUrl(text: string): boolean {
  const url = parsedUrl(text);
  if (url === undefined) return false;
  return /^https?:$/.test(url.protocol) && url.username === '' && url.search === '' && url.hash === '';
}

/** As browsers spell them in `Origin`: what a page sends is compared letter by letter. */
const origins = () =>
  list().refine(
    (entries) => entries.every((entry) => entry === '*' || isOrigin(entry)),
    'must be * or origins such as https://app.example or http://localhost:5173, without a path or a slash at the end',
  );

function isOrigin(text: string): boolean {
  return /^https?:[^*]+$/.test(text) && parsedUrl(text)?.origin === text;
}

function setting<T>(
  variable: string,
  description: string,
  schema: z.ZodType<T, string | undefined>,
  options: { secret?: boolean } = {},
): SettingDefinition<T> {
  return { variable, description, schema, ...options };
}

/** Every environment variable Errand reads. `.env.example` lists the same ones; a test holds the two together. */
export const settingDefinitions = {
  nodeEnv: setting(
    'NODE_ENV',
    'development, test or production; production requires ENCRYPTION_KEYS',
    z.enum(['development', 'test', 'production']).default('development'),
  ),
  logLevel: setting(
    'LOG_LEVEL',
    'fatal, error, warn, info, debug, trace or silent',
    z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
  ),
  databaseUrl: setting(
    'DATABASE_URL',
    'any PostgreSQL 14 or later; unset: npm start runs its own under DATA_DIR',
    databaseUrl().optional(),
    { secret: true },
  ),
  databaseDirectUrl: setting(
    'DATABASE_DIRECT_URL',
    'the same database past a pooler, for LISTEN, migrations and locks; unset: DATABASE_URL',
    databaseUrl().optional(),
    { secret: true },
  ),
  databaseOwnerUrl: setting(
    'DATABASE_OWNER_URL',
    'the same database as the role that owns it, for migrations, which then grant the role of DATABASE_URL what it needs',
    databaseUrl().optional(),
    { secret: true },
  ),
  databaseReplicaUrl: setting(
    'DATABASE_REPLICA_URL',
    'a streaming replica that lists and metrics are read from while it is at most 5 s behind; unset: DATABASE_URL',
    databaseUrl().optional(),
    { secret: true },
  ),
  databasePooler: setting(
    'DATABASE_POOLER',
    'what stands between: none, or a pooler in the mode session or transaction; with transaction set DATABASE_DIRECT_URL',
    z.enum(['none', 'session', 'transaction']).default('none'),
  ),
  databasePoolSize: setting('DATABASE_POOL_SIZE', 'connections per process', integer(4, 500, 10)),
  dataDir: setting(
    'DATA_DIR',
    'where npm start keeps its PostgreSQL and its development key',
    text().default('.errand'),
  ),
  port: setting('PORT', 'HTTP port of the api', integer(0, 65_535, 3000)),
  dispatcherPort: setting('DISPATCHER_PORT', 'health and metrics port of the dispatcher', integer(0, 65_535, 3001)),
  host: setting(
    'HOST',
    'address both processes listen on',
    z.string().refine(isHost, 'must be an IP address or the name of a host').default('0.0.0.0'),
  ),
  httpMaxConnections: setting(
    'HTTP_MAX_CONNECTIONS',
    'connections of clients at once per process; further ones are closed at once',
    integer(10, 1_000_000, 2000),
  ),
  httpRequestTimeoutMs: setting(
    'HTTP_REQUEST_TIMEOUT_MS',
    'a request that has not come whole after this long, head and body, is answered 408',
    integer(100, 3_600_000, 30_000),
  ),
  httpBodyBytes: setting(
    'HTTP_BODY_BYTES',
    'bytes that the larger request bodies of one api process may hold at once; a tenant’s a quarter of it; over it 503',
    integer(16_777_216, 68_719_476_736, 67_108_864),
  ),
  publicUrl: setting(
    'PUBLIC_URL',
    'where the world reaches the api, e.g. https://errand.example.com; providers call back there; unset: they do not',
    publicUrl(),
  ),
  consoleEnabled: setting('CONSOLE_ENABLED', 'whether /console and /api/console are there', flag(true)),
  consoleInsecureCookie: setting(
    'CONSOLE_INSECURE_COOKIE',
    'true: the console’s cookie is taken over plain http too, where whoever is on the network may read and use it',
    flag(false),
  ),
  corsOrigins: setting(
    'CORS_ORIGINS',
    'origins whose pages may call the api from a browser, e.g. https://app.example, or *; unset: none',
    origins(),
  ),
  trustProxyCidrs: setting(
    'TRUST_PROXY_CIDRS',
    'networks of the proxies before the api, whose X-Forwarded-For, -Host and -Proto are believed; unset: none',
    networks(readNetwork, '10.1.0.0/16'),
  ),
  apiRatePerKey: setting(
    'API_RATE_PER_KEY',
    'requests a second that one API key may make, on average; 0: no limit',
    integer(0, 100_000, 0),
  ),
  apiRatePerTenant: setting(
    'API_RATE_PER_TENANT',
    'requests a second that the API keys of one tenant may make together, on average; 0: no limit',
    integer(0, 100_000, 0),
  ),
  apiRateFailedPerAddress: setting(
    'API_RATE_FAILED_PER_ADDRESS',
    'requests a minute that are answered 401 to one address; 0: no limit',
    integer(0, 1_000_000, 600),
  ),
  adminApiKey: setting(
    'ADMIN_API_KEY',
    'platform key: manages tenants and acts in one with x-tenant-id; at least 16 characters',
    z
      .string()
      .regex(/^[\x21-\x7e]*$/, 'must be printable ASCII without blanks, as it is sent in a header')
      .min(16)
      .optional(),
    { secret: true },
  ),
  encryptionKeys: setting(
    'ENCRYPTION_KEYS',
    'kid:base64 of 32 bytes, several separated by commas; the first seals, all open',
    encryptionKeys().optional(),
    { secret: true },
  ),
  seedDemo: setting('SEED_DEMO', 'npm start creates a demo tenant', flag(true)),
  maxActivityBytes: setting(
    'MAX_ACTIVITY_BYTES',
    'UTF-8 bytes of JSON that the attributes and metadata of an activity may have together; for api and dispatcher alike',
    integer(1024, 4_194_304, 262_144),
  ),
  dispatchIntervalMs: setting(
    'DISPATCH_INTERVAL_MS',
    'backstop poll; wake-ups and the due timer normally fire first',
    integer(50, 3_600_000, 30_000),
  ),
  dispatchBatchSize: setting('DISPATCH_BATCH_SIZE', 'activities of one tenant per claim', integer(1, 1000, 100)),
  dispatchMaxAttempts: setting(
    'DISPATCH_MAX_ATTEMPTS',
    'attempts before FAILED, where the dispatch config does not say',
    integer(1, 100, 3),
  ),
  dispatchConcurrency: setting('DISPATCH_CONCURRENCY', 'provider calls at once per dispatcher', integer(1, 5000, 200)),
  dispatchLeaseMs: setting(
    'DISPATCH_LEASE_MS',
    'a claim not renewed for this long is taken over',
    integer(500, 3_600_000, 60_000),
  ),
  dispatchRetryBaseMs: setting(
    'DISPATCH_RETRY_BASE_MS',
    'backoff before attempt n+1 is random in 0 … base × 2^(n-1)',
    integer(0, 3_600_000, 1000),
  ),
  dispatchRetryMaxMs: setting(
    'DISPATCH_RETRY_MAX_MS',
    'longest backoff, and longest Retry-After that is obeyed',
    integer(0, 86_400_000, 300_000),
  ),
  dispatchTimeoutMs: setting(
    'DISPATCH_TIMEOUT_MS',
    'deadline of one provider call, where the dispatch config does not say',
    integer(50, 600_000, 10_000),
  ),
  breakerFailureThreshold: setting(
    'BREAKER_FAILURE_THRESHOLD',
    'consecutive connection errors, timeouts, 5xx or 429 after which a dispatch config counts as down',
    integer(1, 10_000, 10),
  ),
  breakerProbeBaseMs: setting(
    'BREAKER_PROBE_BASE_MS',
    'first probe of a config that is down; each further one waits twice as long',
    integer(10, 3_600_000, 1000),
  ),
  breakerProbeMaxMs: setting('BREAKER_PROBE_MAX_MS', 'longest wait between two probes', integer(10, 3_600_000, 30_000)),
  retentionDays: setting(
    'ERRAND_RETENTION_DAYS',
    'finished activities are removed after so many days, where the tenant does not say; unset: kept for ever',
    optionalInteger(1, 36_500),
  ),
  auditRetentionDays: setting(
    'AUDIT_RETENTION_DAYS',
    'entries of the audit log are removed after so many days; 0: kept for ever',
    integer(0, 36_500, 365),
  ),
  shutdownGraceMs: setting(
    'SHUTDOWN_GRACE_MS',
    'on SIGTERM calls under way get this long to finish',
    integer(0, 600_000, 10_000),
  ),
  ruleMaxDelaySeconds: setting(
    'RULE_MAX_DELAY_SECONDS',
    'longest delay that a rule may ask for; 604800 is 7 days',
    integer(1, 31_536_000, 604_800),
  ),
  enableScheduledActions: setting(
    'ENABLE_SCHEDULED_ACTIONS',
    'false: scheduled actions are stored but not sent until it is true again; for api and dispatcher alike',
    flag(true),
  ),
  scheduledCheckIntervalSeconds: setting(
    'SCHEDULED_CHECK_INTERVAL_SECONDS',
    'backstop poll for scheduled actions that come due; the timer is precise',
    integer(1, 3600, 5),
  ),
  webhookMaxAttempts: setting(
    'WEBHOOK_MAX_ATTEMPTS',
    'attempts to deliver a status event before it is given up; it can be resent',
    integer(1, 100, 15),
  ),
  webhookRetryBaseMs: setting(
    'WEBHOOK_RETRY_BASE_MS',
    'backoff before attempt n+1 of a status event is random in 0 … base × 2^(n-1)',
    integer(0, 3_600_000, 5000),
  ),
  webhookRetryMaxMs: setting(
    'WEBHOOK_RETRY_MAX_MS',
    'longest backoff of a status event, and longest Retry-After that is obeyed',
    integer(0, 86_400_000, 21_600_000),
  ),
  webhookTimeoutMs: setting(
    'WEBHOOK_TIMEOUT_MS',
    'deadline of one delivery of a status event',
    integer(50, 600_000, 10_000),
  ),
  recurringMinGapSeconds: setting(
    'RECURRING_MIN_GAP_SECONDS',
    'shortest time between two occurrences of a recurring action',
    integer(1, 86_400, 1),
  ),
  quotaApiKeys: setting('QUOTA_API_KEYS', 'valid API keys that a tenant may have', integer(1, 1_000_000, 1000)),
  quotaDispatchConfigs: setting(
    'QUOTA_DISPATCH_CONFIGS',
    'dispatch configs that a tenant may have',
    integer(1, 1_000_000, 500),
  ),
  quotaRecurringActions: setting(
    'QUOTA_RECURRING_ACTIONS',
    'recurring actions that a tenant may have',
    integer(1, 1_000_000, 1000),
  ),
  quotaWebhooks: setting(
    'QUOTA_WEBHOOKS',
    'webhooks that a tenant may have; each status change is kept once for each',
    integer(1, 10_000, 50),
  ),
  outboundAllowCidrs: setting(
    'OUTBOUND_ALLOW_CIDRS',
    'private networks that providers may be in, e.g. 10.1.0.0/16,127.0.0.0/8, or one port of theirs: 10.1.0.0/16:8080',
    networks(readNetworkAtPort, '10.1.0.0/16 or 10.1.0.0/16:8080'),
  ),
  outboundAllowPorts: setting(
    'OUTBOUND_ALLOW_PORTS',
    'ports that calls may go to, whatever the address',
    portRanges('80,443,1024-65535'),
  ),
  outboundProxy: setting(
    'OUTBOUND_PROXY',
    'HTTP proxy that all calls go through (CONNECT), e.g. http://user:password@proxy.internal:3128; unset: none',
    httpProxy(),
    { secret: true },
  ),
  dnsServers: setting(
    'DNS_SERVERS',
    'DNS servers to ask for the names that are called, e.g. 10.0.0.53,10.0.0.54:5353; unset: those of the system',
    dnsServers(),
  ),
  outboundMaxTimeoutMs: setting(
    'OUTBOUND_MAX_TIMEOUT_MS',
    'longest deadline of one provider call, whatever a dispatch config asks for',
    integer(50, 600_000, 60_000),
  ),
  providerModules: setting(
    'PROVIDER_MODULES',
    'outside Nest modules with more providers, e.g. ./acme.module.js,@acme/errand-provider',
    list(),
  ),
} as const;

type Definitions = typeof settingDefinitions;

/** The validated settings of one process. Times are milliseconds. */
export type Settings = { readonly [K in keyof Definitions]: z.output<Definitions[K]['schema']> };

/** Injection token of {@link Settings}. */
export const SETTINGS = Symbol('SETTINGS');

/** A setting has a bad value. The message names each variable and never repeats a secret. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError';
}

/**
 * Reads and validates the environment. An empty variable counts as unset, and blanks around a value, such as the carriage
 * return of a file from Windows, are no part of it.
 * @throws SettingsError naming every bad variable.
 */
export function loadSettings(env: NodeJS.ProcessEnv): Settings {
  const settings: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [key, { variable, schema, description }] of Object.entries(settingDefinitions)) {
    const result = schema.safeParse(env[variable]?.trim() || undefined);
    if (result.success) settings[key] = result.data;
    else problems.push(`${variable}: ${result.error.issues.map((issue) => issue.message).join('; ')} (${description})`);
  }
  if (settings.nodeEnv === 'production' && settings.encryptionKeys === undefined) {
    problems.push('ENCRYPTION_KEYS: required when NODE_ENV=production');
  }
  for (const key of ['databaseDirectUrl', 'databaseOwnerUrl', 'databaseReplicaUrl'] as const) {
    if (settings[key] !== undefined && settings.databaseUrl === undefined)
      problems.push(`${settingDefinitions[key].variable}: needs DATABASE_URL`);
  }
  if (problems.length > 0) throw new SettingsError(`Bad settings:\n  ${problems.join('\n  ')}`);
  return settings as Settings;
}

/** What took effect, for the start log: secrets only as `set` / `not set`. */
export function describeSettings(settings: Settings): Record<string, unknown> {
  const shown: Record<string, unknown> = {};
  for (const [key, { variable, secret }] of Object.entries<SettingDefinition<unknown>>(settingDefinitions)) {
    const value = settings[key as keyof Settings];
    shown[variable] = secret ? (value === undefined ? 'not set' : 'set') : value;
  }
  return shown;
}
