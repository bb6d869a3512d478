import { lookup, type LookupAddress } from 'node:dns';
import { promisify } from 'node:util';
import { OutboundError } from './outbound-error';

/** Every address of a host name, as the system resolver (hosts file included) gives them. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>;

const lookupAll = promisify(lookup);
export const systemResolve: Resolve = (hostname) => lookupAll(hostname, { all: true });

/**
 * Resolves host names within a time limit of its own. Connections that are opened at once share one look-up: Node makes
 * four of them at a time, and 200 calls that start together would wait for 50 rounds.
 */
export class Names {
  private readonly running = new Map<string, Promise<LookupAddress[]>>();

  /** @param timeoutMs of one look-up */
  constructor(
    private readonly lookUp: Resolve,
    private readonly timeoutMs: number,
  ) {}

  /** @throws OutboundError CONNECTION_FAILED when the time is up; what the resolver throws otherwise */
  async resolve(hostname: string): Promise<LookupAddress[]> {
    const known = this.running.get(hostname);
    if (known) return known;
    const looking = this.withinLimit(hostname).finally(() => this.running.delete(hostname));
    this.running.set(hostname, looking);
    return looking;
  }

  /** Resolves, whatever comes of it, when the look-up that is under way is over; undefined when none is. */
  underWay(hostname: string): Promise<unknown> | undefined {
    return this.running.get(hostname)?.catch(() => undefined);
  }

  private async withinLimit(hostname: string): Promise<LookupAddress[]> {
    const { timeoutMs } = this;
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<never>((_resolve, reject) => {
      const error = () => new OutboundError('CONNECTION_FAILED', `${hostname} was not resolved within ${timeoutMs} ms`);
      timer = setTimeout(() => reject(error()), timeoutMs);
    });
    try {
      return await Promise.race([this.lookUp(hostname), tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
