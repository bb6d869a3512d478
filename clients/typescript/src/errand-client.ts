import { type Action, writeAction } from './action.js';
import { unexpected } from './errand-error.js';
import { Exchange, type Fetch } from './exchange.js';
import { type ActionOutcome, type BatchItem, readBatchItem, readOutcome } from './outcome.js';
import { RecurringActions } from './recurring.js';
import { createRest, type RestClient } from './rest.js';
import { defaultRetry, type RetryOptions } from './retry.js';
import { ScheduledActions } from './scheduled.js';
import { type CallOptions, V1 } from './v1.js';

export interface ErrandClientOptions {
  /** `https://errand.example.com` */
  baseUrl: string;
  /** `erk_…` */
  apiKey: string;
  /** With the platform key: id or code of the tenant to act in. */
  tenant?: string;
  /** Of actions that name none. */
  namespace?: string;
  retry?: RetryOptions;
  /** For one attempt. A dispatch takes up to 30 s while its provider fails, so 40,000 unless told. */
  timeoutMs?: number;
  /** In place of the global one. */
  fetch?: Fetch;
}

export interface DispatchOptions extends CallOptions {
  /** Only say what the rules would make of it. */
  dryRun?: boolean;
}

/** One tenant’s door to an Errand. Every method rejects with an `ErrandError` unless it is answered with success. */
export class ErrandClient {
  /** Actions that were put off. */
  readonly scheduled: ScheduledActions;
  /** Actions at the times of a cron expression. */
  readonly recurring: RecurringActions;
  /** Activities, results and all else, typed by the OpenAPI document. */
  readonly rest: RestClient;
  private readonly namespace: string | undefined;
  private readonly v1: V1;

  constructor({ baseUrl, apiKey, tenant, namespace, retry, timeoutMs = 40_000, fetch }: ErrandClientOptions) {
    const root = baseUrl.replace(/\/+$/, '');
    const headers = { authorization: `Bearer ${apiKey}`, ...(tenant === undefined ? {} : { 'x-tenant-id': tenant }) };
    // Called as a method of something else, the browser’s fetch throws.
    const exchange = new Exchange(fetch ?? ((...request) => globalThis.fetch(...request)), timeoutMs, {
      ...defaultRetry,
      ...retry,
    });
    this.namespace = namespace;
    this.v1 = new V1(exchange, root, headers);
    this.scheduled = new ScheduledActions(this.v1);
    this.recurring = new RecurringActions(this.v1, namespace);
    this.rest = createRest(exchange, root, headers);
  }

  /** Has the tenant’s rules judge the action, and does it: now, later, or not at all. */
  async dispatch(action: Action, options: DispatchOptions = {}): Promise<ActionOutcome> {
    return readOutcome(await this.post('/v1/dispatch', writeAction(action, this.namespace), options));
  }

  /**
   * The same for up to 1,000 actions, each apart.
   * @returns one for each, in their order
   */
  async dispatchBatch(actions: readonly Action[], options: DispatchOptions = {}): Promise<BatchItem[]> {
    const body = actions.map((action) => writeAction(action, this.namespace));
    const items = await this.post('/v1/dispatch/batch', body, options);
    if (!Array.isArray(items)) throw unexpected('A batch was not answered with a list');
    return items.map(readBatchItem);
  }

  /** Repeatable, since every action has an id. */
  private async post(path: string, body: unknown, { dryRun, signal }: DispatchOptions): Promise<unknown> {
    const query = { dry_run: dryRun || undefined };
    return this.v1.request({ method: 'POST', path, query, body, isRepeatable: true, signal });
  }
}
