import { randomBytes } from 'node:crypto';
import { loadSettings, type Settings } from '@errand/config';
import { AppProcess, mainOf } from './app-process';
import { startDemoProvider } from './demo-provider';
import { seedDemo } from './demo-seed';
import { developmentKey, developmentPlatformKey } from './development-keys';
import { bringUpToDate } from './migrate.command';
import { OwnPostgres } from './own-postgres';
import { refuseUnusablePorts } from './ports';
import { stopRequest, stopRequested } from './stop-request';
import { demoText, keysText, urlsText } from './welcome';

/** On top of the processes' own grace period, before they are killed. */
const killAfterGraceMs = 5_000;

/**
 * Everything on one machine: PostgreSQL (unless DATABASE_URL is set), migrations, api, dispatcher, demo tenant.
 * Resolves when a stop was requested and nothing is left running.
 */
export async function start(env: NodeJS.ProcessEnv): Promise<void> {
  const settings = loadSettings(env);
  const stop = stopRequest();
  const cleanups: (() => Promise<void>)[] = [];
  try {
    await refuseUnusablePorts(settings);
    const databaseUrl = settings.databaseUrl ?? (await startPostgres(settings, cleanups));
    stop.throwIfAborted();
    const applied = await bringUpToDate({ ...settings, databaseUrl });
    if (applied.length > 0) say(`${applied.length} migrations applied`);
    stop.throwIfAborted();

    const adminApiKey = settings.adminApiKey ?? developmentPlatformKey(settings.dataDir);
    const encryptionKeys = settings.encryptionKeys ?? developmentKey(settings.dataDir);
    const provider = settings.seedDemo ? await startDemoProvider(settings.dataDir, cleanups) : undefined;
    const appEnv = {
      ...env,
      ...provider?.allowedIn(env),
      DATABASE_URL: databaseUrl,
      DATABASE_OWNER_URL: undefined, // they work as the other role
      ADMIN_API_KEY: adminApiKey,
      ENCRYPTION_KEYS: encryptionKeys,
    };
    const [api, dispatcher] = [appProcess('api', appEnv), appProcess('dispatcher', appEnv)];
    cleanups.push(async () => {
      await Promise.all([api, dispatcher].map((app) => app.stop(settings.shutdownGraceMs + killAfterGraceMs)));
    });
    say('starting api and dispatcher…');
    const [apiUrl, dispatcherUrl] = await Promise.all([api.start(), dispatcher.start()]);
    stop.throwIfAborted();

    const demoKey = provider && (await seedDemo(apiUrl, adminApiKey, settings.dataDir, provider.url));
    const shownKey = settings.adminApiKey === undefined && settings.nodeEnv !== 'production' ? adminApiKey : undefined;
    const code = settings.consoleEnabled ? offerSignIn(api, demoKey ?? shownKey, settings) : undefined;
    const parts = [urlsText(apiUrl, dispatcherUrl, code, provider?.url), keysText(shownKey, demoKey)];
    if (demoKey !== undefined) parts.push(demoText(apiUrl, demoKey));
    say([...parts, `errand ready at ${apiUrl}`].join('\n')); // at once, so that no log line comes between
    await stopRequested(stop);
  } catch (error) {
    if (!stop.aborted) throw error; // what fails because everything is being stopped is no failure
  } finally {
    for (const cleanup of cleanups.reverse()) await cleanup();
  }
}

const appProcess = (name: 'api' | 'dispatcher', env: NodeJS.ProcessEnv) =>
  new AppProcess({ name, main: mainOf(name) }, env);

/** @returns a code for which the api opens a session of the key, once; undefined where the product is in use */
function offerSignIn(api: AppProcess, key: string | undefined, { nodeEnv }: Settings): string | undefined {
  if (key === undefined || nodeEnv === 'production') return undefined;
  const code = randomBytes(24).toString('base64url');
  api.send({ type: 'sign-in code', code, key });
  return code;
}

async function startPostgres(settings: Settings, cleanups: (() => Promise<void>)[]): Promise<string> {
  say('starting PostgreSQL…');
  const postgres = await OwnPostgres.start(settings.dataDir);
  cleanups.push(() => postgres.stop());
  say(`PostgreSQL runs under ${settings.dataDir}/postgres`);
  return postgres.url;
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
