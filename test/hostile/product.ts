import { once } from 'node:events';
import fs from 'node:fs';
import path from 'node:path';
import { requester, type TestApi } from '../support/api';
import { createTestDatabase, type TestDatabase } from '../support/database';
import { DnsServer } from '../support/dns-server';
import { type Document, readDocument } from '../support/openapi';
import { startProcess, type TestProcess } from '../support/processes';
import { Actor } from '../support/scenario';
import { Sink } from '../support/sink';
import { createTenant } from '../support/tenants';
import { names } from './names';
import { Neighbour } from './neighbour';
import { exchange, isProblem, type Sent, type WireAnswer } from './wire';

/** What must hold whatever is done to the product. */
export const bounds = {
  /** Of the event loop, in CPU time. */
  turnMs: 250,
  /** Of the api's resident set at its highest. */
  apiMb: 700,
  dispatcherMb: 500,
};

/** One thing that somebody does to the product; `run` fails where its own answers are wrong. */
export interface Attack {
  /** A sentence. */
  what: string;
  run(product: Product): Promise<void>;
}

interface Figures {
  /** How many answers of each status; `none` where the connection ended without one. */
  answers: Record<string, number>;
  apiTurnMs: number;
  dispatcherTurnMs: number;
}

/** An api and a dispatcher as they are shipped, a provider's server, and a neighbour who works all the while. */
export class Product {
  private answers: Record<string, number> = {};
  private apiTurnMs = 0;
  private readonly faults: string[] = [];
  private readonly ended: string[] = [];
  private isClosing = false;

  private constructor(
    readonly database: TestDatabase,
    readonly api: TestProcess,
    readonly dispatcher: TestProcess,
    readonly sink: Sink,
    private readonly dns: DnsServer,
    private readonly limits: typeof bounds,
  ) {
    for (const [name, { child }] of Object.entries({ api, dispatcher })) {
      child.once('exit', (code, signal) => {
        if (!this.isClosing) this.ended.push(`the ${name} ended: ${code ?? signal}`);
      });
    }
  }

  neighbour!: Neighbour;
  document!: Document;

  static async start(limits = bounds): Promise<Product> {
    const [database, dns, sink] = await Promise.all([createTestDatabase(), DnsServer.start(), Sink.start()]);
    dns.answerWith(names);
    const settings = {
      LOG_LEVEL: 'warn',
      DISPATCH_RETRY_BASE_MS: '1000',
      DISPATCH_RETRY_MAX_MS: '5000',
      HTTP_REQUEST_TIMEOUT_MS: '5000',
      OUTBOUND_ALLOW_CIDRS: '127.0.0.1/32',
      DNS_SERVERS: dns.address,
      TRUST_PROXY_CIDRS: '127.0.0.1/32',
    };
    const measured = ['--import', path.join(__dirname, 'turns.mjs')];
    const [api, dispatcher] = await Promise.all([
      startProcess('api', database.url, settings, measured),
      startProcess('dispatcher', database.url, settings, measured),
    ]);
    const product = new Product(database, api, dispatcher, sink, dns, limits);
    product.neighbour = await Neighbour.start(product);
    // A process makes it once, when it is first asked for: a third of a second that is not counted here.
    product.document = await readDocument(api.url);
    await Promise.all([longestTurnMs(api), longestTurnMs(dispatcher)]); // that of the start is nobody's fault
    return product;
  }

  /** As requests of test tenants; what is answered is counted. */
  readonly request: TestApi['request'] = async (method, path, options) => {
    const answer = await requester(this.api.url)<never>(method, path, options);
    this.count(answer.status, `${method} ${path}`, answer.headers.get('retry-after'), answer.body);
    return answer;
  };

  /** One request on a connection of its own, by whoever `headers` say. */
  async send(sent: Sent): Promise<WireAnswer | undefined> {
    const answer = await exchange(this.api.url, sent);
    this.count(answer?.status, `${sent.method ?? 'POST'} ${sent.path}`, answer?.headers['retry-after'], answer?.text);
    return answer;
  }

  /**
   * The same while nothing else asks for much. What is wrong is told at the end: another status than one of these, an error
   * of another form, or an event loop that is held for too long.
   */
  async sendAlone(name: string, sent: Sent, statuses: number[]): Promise<WireAnswer | undefined> {
    const answer = await this.send(sent);
    const turnMs = await longestTurnMs(this.api);
    this.apiTurnMs = Math.max(this.apiTurnMs, turnMs);
    if (turnMs > this.limits.turnMs) this.faults.push(`${name}: a turn of ${Math.round(turnMs)} ms`);
    if (!answer || !statuses.includes(answer.status))
      this.faults.push(`${name}: ${answer?.status} ${answer?.text.slice(0, 300)}`);
    if (answer && answer.status >= 400 && !isProblem(answer))
      this.faults.push(`${name}: another form: ${answer.text.slice(0, 300)}`);
    return answer;
  }

  /** A tenant with a store, an operator, a route, and no account at a provider. */
  async tenant(sink = this.sink): Promise<Actor> {
    const actor = new Actor(await createTenant(this), sink);
    await actor.createMasterData();
    return actor;
  }

  /** Runs it, tells what came of it, and fails where the product did not withstand. */
  async withstand({ what, run }: Attack): Promise<void> {
    this.answers = {};
    this.apiTurnMs = 0;
    this.faults.length = 0;
    const sentBefore = this.neighbour.sent;
    const failed = await run(this).then(
      () => undefined,
      (error: Error) => error,
    );
    const figures = await this.figures();
    const { apiTurnMs, dispatcherTurnMs, answers } = figures;
    const told = [
      `answers ${listed(answers)}`,
      `longest turn ${Math.round(apiTurnMs)} and ${Math.round(dispatcherTurnMs)} ms`,
      `peak ${peakMb(this.api)} and ${peakMb(this.dispatcher)} MB`,
      `neighbour sent ${this.neighbour.sent - sentBefore}`,
    ];
    process.stdout.write(`hostile: ${what}: ${told.join(', ')}\n`);
    if (failed) throw failed;
    expect(this.faults).toEqual([]);
    expect(this.ended).toEqual([]);
    expect(apiTurnMs).toBeLessThan(this.limits.turnMs);
    expect(dispatcherTurnMs).toBeLessThan(this.limits.turnMs);
    expect(peakMb(this.api)).toBeLessThan(this.limits.apiMb);
    expect(peakMb(this.dispatcher)).toBeLessThan(this.limits.dispatcherMb);
  }

  /** Ends it, and fails where the neighbour noticed anything. */
  async close(): Promise<void> {
    try {
      await this.neighbour.end();
      expect(this.ended).toEqual([]);
    } finally {
      this.isClosing = true;
      await Promise.all([this.api.kill('SIGKILL'), this.dispatcher.kill('SIGKILL')]);
      await this.sink.close();
      this.dns.close();
      await this.database.drop();
    }
  }

  private async figures(): Promise<Figures> {
    const [lastTurnMs, dispatcherTurnMs] = await Promise.all([longestTurnMs(this.api), longestTurnMs(this.dispatcher)]);
    const apiTurnMs = Math.max(this.apiTurnMs, lastTurnMs);
    return { answers: this.answers, apiTurnMs, dispatcherTurnMs };
  }

  private count(status: number | undefined, what: string, retryAfter: unknown, body: unknown): void {
    const key = status ?? 'none';
    this.answers[key] = (this.answers[key] ?? 0) + 1;
    const isFault = status !== undefined && status >= 500 && (status !== 503 || !retryAfter);
    if (isFault) this.faults.push(`${what}: ${status} ${JSON.stringify(body).slice(0, 500)}`);
  }
}

/** The longest turn of a process's event loop since it was last asked, in ms of CPU time. */
async function longestTurnMs({ child }: TestProcess): Promise<number> {
  if (!child.connected) return 0;
  const stopped = new AbortController();
  const { signal } = stopped;
  child.send('longest turn?');
  try {
    const answers = [once(child, 'message', { signal }), once(child, 'exit', { signal })];
    const [message] = (await Promise.race(answers)) as [{ longestTurnMs?: number } | null];
    return message?.longestTurnMs ?? 0;
  } finally {
    stopped.abort();
  }
}

/** A process's resident set at its highest, in MB; 0 where the system does not tell. */
function peakMb({ pid }: TestProcess): number {
  const file = `/proc/${pid}/status`;
  if (!fs.existsSync(file)) return 0;
  return Math.round(Number(/VmHWM:\s+(\d+)/.exec(fs.readFileSync(file, 'utf8'))?.[1] ?? 0) / 1024);
}

function listed(counts: Record<string, number>): string {
  return Object.entries(counts)
    .map(([status, count]) => `${status}×${count}`)
    .join(' ');
}
