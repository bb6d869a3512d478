import { setTimeout as delay } from 'node:timers/promises';
import { eventually } from '../support/eventually';
import { type ActivityBody, Actor, type AttemptBody } from '../support/scenario';
import { Sink } from '../support/sink';
import { createTenant } from '../support/tenants';
import type { Product } from './product';

const EVERY_MS = 200;

/** What an attempt may end with on a machine that stood still for seconds: no fault of the product, which tries again. */
const STALLS = new Set(['TIMEOUT', 'CONNECTION_FAILED', 'LEASE_EXPIRED']);

/** A tenant who minds its own business: an activity every so often, to a provider that is well. */
export class Neighbour {
  private readonly created: string[] = [];
  private readonly refused: string[] = [];
  private readonly stopping = new AbortController();
  private working: Promise<void> = Promise.resolve();

  private constructor(
    private readonly actor: Actor,
    private readonly sink: Sink,
  ) {}

  static async start(product: Pick<Product, 'request'>): Promise<Neighbour> {
    const sink = await Sink.start();
    const actor = new Actor(await createTenant(product), sink);
    await actor.createMasterData();
    await actor.yom({ timeoutMs: 10_000 });
    const neighbour = new Neighbour(actor, sink);
    await neighbour.createOne();
    neighbour.working = neighbour.work();
    return neighbour;
  }

  /** How many calls have reached its provider. */
  get sent(): number {
    return this.sink.requests.length;
  }

  /** Stops, and fails where a request was refused, an activity is not with the provider, or an attempt had a fault. */
  async end(): Promise<void> {
    this.stopping.abort();
    await this.working;
    const { created } = this;
    await eventually(
      async () => this.sink.requests.length,
      (count) => count >= created.length,
      60_000,
    );
    const activities: ActivityBody[] = [];
    for (const id of created) activities.push(await this.actor.untilStatus(id, 'DISPATCHED'));
    await this.sink.close();
    expect(this.refused).toEqual([]);
    const repeated = activities.filter(({ dispatchAttemptCount }) => dispatchAttemptCount !== 1);
    const failures: AttemptBody[] = [];
    for (const { id } of repeated)
      failures.push(...(await this.actor.attempts(id)).filter(({ errorCode }) => errorCode));
    expect(failures.filter(({ errorCode }) => !STALLS.has(errorCode ?? ''))).toEqual([]);
    expect(new Set(this.sink.requests.map(({ headers }) => headers['idempotency-key'])).size).toBe(created.length);
    const told = `the neighbour's ${created.length} activities were sent, ${repeated.length} in more than one attempt`;
    process.stdout.write(`hostile: ${told}${failures.map(({ errorCode }) => ` ${errorCode}`).join()}\n`);
  }

  private async work(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      await this.createOne();
      await delay(EVERY_MS);
    }
  }

  private async createOne(): Promise<void> {
    try {
      const { status, body } = await this.actor.request<ActivityBody>('POST', '/api/activities', {
        body: this.actor.message(),
      });
      if (status === 201) this.created.push(body.id);
      else this.refused.push(`${status} ${JSON.stringify(body)}`);
    } catch (error) {
      this.refused.push(String(error));
    }
  }
}
