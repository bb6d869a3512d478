import { CryptoModule, KeyRing, resealAll, type SealedColumn } from '@errand/crypto';
import { Database } from '@errand/database';
import { sealedHookSecrets } from '@errand/resolution';
import { sealedCallbackSecrets, sealedCredentials } from '@errand/tenants';
import { sealedWebhookSecrets } from '@errand/webhooks';
import { withModules } from './command-context';
import { oldEnvelopes } from './stored-envelopes';

/** All that is sealed. */
const sealed: { what: string; column: SealedColumn }[] = [
  { what: 'the credentials of dispatch configs', column: sealedCredentials },
  { what: 'the callback secrets of dispatch configs', column: sealedCallbackSecrets },
  { what: 'the hook secrets of attribute policies', column: sealedHookSecrets },
  { what: 'the secrets of webhooks', column: sealedWebhookSecrets },
];

/**
 * Seals the credentials and callback secrets of dispatch configs and the secrets of hooks and webhooks with the first key of
 * ENCRYPTION_KEYS, beside running processes. To change the key: put the new one first, restart api and dispatcher, run
 * this, then take the old one out and restart again.
 * @throws Error when some cannot be opened with any of the keys
 */
export async function rotateKeys(env: NodeJS.ProcessEnv): Promise<void> {
  await withModules('rotate-keys', env, [CryptoModule], async (app) => {
    const keyRing = app.get(KeyRing);
    const counts = [];
    for (const { what, column } of sealed) {
      counts.push({ what, ...(await resealAll(keyRing, oldEnvelopes(app.get(Database), keyRing, column))) });
    }
    process.stdout.write(`${sum(counts.map(({ resealed }) => resealed))} sealed with the first key\n`);
    const changedMeanwhile = sum(counts.map((one) => one.changedMeanwhile));
    if (changedMeanwhile > 0) process.stdout.write(`${changedMeanwhile} changed meanwhile: run this again\n`);
    const unreadable = counts.flatMap(({ what, unreadable: names }) =>
      names.length > 0 ? [`${what} ${names.join(', ')}`] : [],
    );
    if (unreadable.length > 0) throw new Error(`no key opens ${unreadable.join(', nor ')}`);
  });
}

const sum = (counts: number[]) => counts.reduce((total, count) => total + count, 0);
