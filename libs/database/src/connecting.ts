import type { Settings } from '@errand/config';
import { type ClientBase, escapeLiteral } from 'pg';

/** No statement of the product needs a tenth of it; it ends what hangs. */
const statementTimeoutMs = 30_000;
/** A process that is frozen inside a transaction gives its row locks back. */
const idleInTransactionMs = 60_000;

const limits = { statement_timeout: statementTimeoutMs, idle_in_transaction_session_timeout: idleInTransactionMs };

/** Where LISTEN and locks find the database: what they need lasts as long as its connection. */
export function directUrl({ databaseUrl, databaseDirectUrl }: Settings): string | undefined {
  return databaseDirectUrl ?? databaseUrl;
}

/** As whom, and where, tables are made and changed: as the owner, who is the one role where there are not two. */
export function ownerUrl(settings: Settings): string | undefined {
  return settings.databaseOwnerUrl ?? directUrl(settings);
}

/** Behind a pooler in transaction mode each transaction may have another session of the server. */
export function hasOwnSession({ databasePooler }: Settings): boolean {
  return databasePooler !== 'transaction';
}

/**
 * Makes a new connection speak as the driver reads, whatever the server, the database or the role say. Nothing of this
 * is a startup parameter, since poolers refuse those. The limits of time need a session of one's own.
 */
export async function prepareSession(client: ClientBase, name: string, ownSession: boolean): Promise<void> {
  const session = { application_name: name, datestyle: 'ISO', intervalstyle: 'postgres', timezone: 'UTC' };
  await client.query(settingTexts('SET', ownSession ? { ...session, ...limits } : session));
}

/** {@link prepareSession} for a pool. */
export function preparing(name: string, ownSession: boolean): (client: ClientBase) => void {
  // eslint-disable-next-line @typescript-eslint/no-misused-promises -- the pool waits, its types do not say so
  return (client) => prepareSession(client, name, ownSession);
}

/** Begins a transaction that has its limits of time with it. */
export const beginWithLimits = `BEGIN; ${settingTexts('SET LOCAL', limits)}`;

function settingTexts(verb: string, values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${verb} ${name} TO ${typeof value === 'number' ? value : escapeLiteral(value)}`)
    .join('; ');
}
