import { requester } from '../support/api';
import { createTestDatabase } from '../support/database';
import { startProcess } from '../support/processes';
import { Authorisation } from './authorisation';
import { bytes } from './bytes';
import { generatedRequests } from './generated-requests';
import { ingress } from './ingress';
import { keys } from './keys';
import { lengths } from './lengths';
import { outbound } from './outbound';
import { type Attack, bounds } from './product';
import { rules } from './rules';
import { secrets } from './secrets';

/** All that is done to a product; `isShort` does the same with less of it. */
export const attacks = (isShort: boolean): Attack[] => [
  ...secrets,
  ...keys,
  ...outbound(isShort),
  ...bytes(isShort),
  ...lengths(isShort ? 29 : 1),
  ...rules(isShort),
  ...ingress(isShort),
];

/** In the short form, on a machine that does other things too, only what took seconds once is a stall. */
export const shortBounds = { ...bounds, turnMs: 1000 };

type Tried = Parameters<typeof generatedRequests>[0];

/** An api of its own for what asks too often to be let in. */
async function withApi(check: (api: Tried, databaseUrl: string) => Promise<void>): Promise<void> {
  const database = await createTestDatabase();
  const { url, kill } = await startProcess('api', database.url, {
    LOG_LEVEL: 'error',
    API_RATE_FAILED_PER_ADDRESS: '0',
  });
  try {
    await check({ url, request: requester(url) }, database.ownerUrl);
  } finally {
    await kill('SIGKILL');
    await database.drop();
  }
}

export const fuzz = (count: number, seed: number) =>
  withApi((api, databaseUrl) => generatedRequests(api, databaseUrl, { count, seed }));

export const authorisation = () => withApi((api, databaseUrl) => Authorisation.check(api, databaseUrl));
