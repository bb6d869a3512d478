import { inParallel } from '@errand/database';
import { errorCatalog } from '@errand/errors';
import fc from 'fast-check';
import type { Response, TestApi } from '../support/api';
import { type FuzzRequest, idMark, requestsTo } from '../support/fuzz';
import { type Operation, operationsOf, readDocument } from '../support/openapi';
import { Populated } from './populated';

type Problem = Record<'statusCode' | 'error' | 'message' | 'code' | 'requestId' | 'details' | 'retryable', unknown>;

interface Scale {
  /** At least so many, the same number to each operation. */
  count: number;
  /** The same seed makes the same requests. */
  seed: number;
}

/**
 * Generated requests to every operation: none may get a 500, an error of another form, or anything of another tenant, and
 * nothing of the other tenant may change.
 */
export async function generatedRequests(
  api: Pick<TestApi, 'url' | 'request'>,
  databaseUrl: string,
  { count, seed }: Scale,
): Promise<void> {
  const document = await readDocument(api.url);
  const own = await Populated.make(api, document, 'own');
  const foreign = await Populated.make(api, document, 'foreign');
  const before = await foreign.content(databaseUrl);
  const operations = operationsOf(document);
  const numRuns = Math.ceil(count / operations.length);
  const requests = operations.flatMap((operation, index) =>
    fc.sample(requestsTo(operation, document), { numRuns, seed: seed + index }),
  );
  const failures: unknown[] = [];
  const statuses: Record<number, number> = {};
  await inParallel(8, requests, async (generated) => {
    const { operation, path, headers, body } = withIds(generated, own, foreign);
    const answer = await own.send(operation.method, path, operation.path, body, headers);
    statuses[answer.status] = (statuses[answer.status] ?? 0) + 1;
    const wrong = wrongIn(answer, operation, foreign);
    if (!wrong) return;
    failures.push({
      wrong,
      operation: operation.name,
      path,
      headers,
      body: String(body).slice(0, 1000),
      answer: answer.body,
    });
  });
  const told = Object.entries(statuses).map(([status, count]) => `${status}×${count}`);
  process.stdout.write(`hostile: ${requests.length} generated requests, seed ${seed}: answers ${told.join(' ')}\n`);
  expect(failures).toEqual([]);
  expect(await foreign.content(databaseUrl)).toEqual(before);
  // The generator still makes what passes as well as what does not.
  expect(Object.keys(statuses)).toEqual(expect.arrayContaining(['200', '201', '204', '400', '404', '409', '415']));
}

function withIds(generated: FuzzRequest, own: Populated, foreign: Populated): FuzzRequest {
  const put = (text: string) =>
    text.replace(idMark, (_, whose: string, collection: string, n: string) =>
      (whose === 'own' ? own : foreign).idOf(collection, Number(n)),
    );
  const { path, body } = generated;
  return { ...generated, path: put(path), body: typeof body === 'string' ? put(body) : body };
}

/** What is wrong with an answer, or undefined. */
function wrongIn(
  { status, body, headers }: Response<unknown>,
  operation: Operation,
  foreign: Populated,
): string | undefined {
  const isPlatformOnly = operation['x-permission'] === 'MANAGE_TENANTS';
  if (status < 300) {
    if (!(status in operation.responses)) return 'an undocumented success';
    const text = JSON.stringify(body);
    const leaked = [...foreign.ids.values()].flat().find((id) => text.includes(`"id":"${id}"`));
    return leaked && !isPlatformOnly ? `shows ${leaked} of another tenant` : undefined;
  }
  if (status >= 500 && !(status === 503 && headers.has('retry-after') && '503' in operation.responses))
    return 'a fault';
  const { statusCode, error, message, code, requestId, details, retryable, ...rest } = body as Problem;
  if ((typeof retryable === 'boolean') !== operation.path.startsWith('/v1/')) return 'retryable in the wrong place';
  if (Object.keys(rest).length > 0 || (details !== undefined && typeof details !== 'object')) return 'another form';
  if ([error, message, code].some((text) => typeof text !== 'string' || text === '')) return 'a part is missing';
  if (requestId !== headers.get('x-request-id')) return 'another request id';
  const known = Object.entries(errorCatalog).find(([listed]) => listed === code)?.[1];
  return known?.status === status && statusCode === status ? undefined : 'a code that the catalog does not have for it';
}
