import type { LookupAddress } from 'node:dns';
import { setMaxListeners } from 'node:events';
import { CallSlots } from './call-slots';

/** The addresses of a host name. */
export interface Found {
  addresses: LookupAddress[];
  /** For how long they may be used without asking again. */
  ttlMs: number;
}

/** Finds them. Rejects when there are none, when they cannot be had, and soon after `signal` aborts. */
export type LookUp = (hostname: string, signal: AbortSignal) => Promise<Found>;

/** Look-ups at once, of all owners and of one, whose names may all be at servers that do not answer. */
const lookUpsAtOnce = 256;
const lookUpsOfOwner = 16;
/** However long its TTL: who moves a service does not wait longer for us. */
const longestMs = 30_000;
/** A name without addresses is not asked for again for so long. */
const refusalMs = 5_000;
const mostRemembered = 2_000;

interface Known {
  /** The addresses, or (an Error) why there are none. */
  answer: LookupAddress[] | Error;
  until: number;
}

/**
 * Resolves host names, each within a time limit. Whoever asks for a name that is being looked up shares that look-up, and
 * what came of it is remembered for a while, refusals too. An owner whose names do not resolve waits for its own
 * look-ups, others do not.
 */
export class Names {
  /** By owner and name, from the first who asks on. */
  private readonly asked = new Map<string, Promise<LookupAddress[]>>();
  /** By name, once it has a slot: one owner does not wait for another's. */
  private readonly running = new Map<string, Promise<LookupAddress[]>>();
  /** Oldest first. */
  private readonly known = new Map<string, Known>();
  private readonly slots = new CallSlots(lookUpsAtOnce, lookUpsOfOwner);
  private readonly closing = new AbortController();

  /** @param timeoutMs of one look-up, and of the wait until it begins */
  constructor(
    private readonly lookUp: LookUp,
    private readonly timeoutMs: number,
    private readonly now: () => number = () => performance.now(),
  ) {
    // Every look-up that waits or runs listens to it; Node would warn of a leak from the 11th on.
    setMaxListeners(0, this.closing.signal);
  }

  /** @throws Error whose `code` says why there are no addresses: a resolver's, or `ETIMEOUT` */
  async resolve(hostname: string, owner: string): Promise<LookupAddress[]> {
    const known = this.remembered(hostname);
    if (known) return known;
    const key = `${owner} ${hostname}`;
    const asking = this.asked.get(key) ?? this.inTurn(hostname, owner).finally(() => this.asked.delete(key));
    this.asked.set(key, asking);
    return asking;
  }

  /** Resolves, whatever comes of it, when what the owner asked for is known; undefined when nothing was asked. */
  underWay(hostname: string, owner: string): Promise<unknown> | undefined {
    return this.asked.get(`${owner} ${hostname}`)?.catch(() => undefined);
  }

  /** Ends every look-up. */
  close(): void {
    this.slots.close();
    this.closing.abort();
  }

  private async inTurn(hostname: string, owner: string): Promise<LookupAddress[]> {
    const running = this.running.get(hostname);
    if (running) return running;
    if (!(await this.slots.take(owner, this.closing.signal, this.timeoutMs))) throw tooLate(hostname);
    try {
      // Somebody else may have asked meanwhile.
      const known = this.remembered(hostname);
      return known ?? (await (this.running.get(hostname) ?? this.run(hostname)));
    } finally {
      this.slots.release(owner);
    }
  }

  private run(hostname: string): Promise<LookupAddress[]> {
    const running = this.ask(hostname).finally(() => this.running.delete(hostname));
    this.running.set(hostname, running);
    return running;
  }

  private async ask(hostname: string): Promise<LookupAddress[]> {
    try {
      const { addresses, ttlMs } = await this.withinLimit(hostname);
      this.remember(hostname, addresses, Math.min(ttlMs, longestMs));
      return addresses;
    } catch (error) {
      if (!this.closing.signal.aborted) this.remember(hostname, error as Error, refusalMs);
      throw error;
    }
  }

  /** The limit holds whatever a look-up does once it is told to end. */
  private async withinLimit(hostname: string): Promise<Found> {
    const giveUp = new AbortController();
    const onClose = () => giveUp.abort();
    this.closing.signal.addEventListener('abort', onClose, { once: true });
    let timer: NodeJS.Timeout | undefined;
    const over = new Promise<never>((_resolve, reject) => {
      timer = setTimeout(() => giveUp.abort(), this.timeoutMs);
      giveUp.signal.addEventListener('abort', () => reject(tooLate(hostname)), { once: true });
    });
    try {
      return await Promise.race([this.lookUp(hostname, giveUp.signal), over]);
    } finally {
      clearTimeout(timer);
      this.closing.signal.removeEventListener('abort', onClose);
    }
  }

  private remembered(hostname: string): LookupAddress[] | undefined {
    const known = this.known.get(hostname);
    if (!known || known.until <= this.now()) return undefined;
    if (Array.isArray(known.answer)) return known.answer;
    throw known.answer;
  }

  private remember(hostname: string, answer: Known['answer'], forMs: number): void {
    this.known.delete(hostname);
    this.known.set(hostname, { answer, until: this.now() + forMs });
    const [oldest] = this.known.keys();
    if (this.known.size > mostRemembered && oldest !== undefined) this.known.delete(oldest);
  }
}

function tooLate(hostname: string): Error {
  return Object.assign(new Error(`${hostname} was not resolved in time`), { code: 'ETIMEOUT' });
}
