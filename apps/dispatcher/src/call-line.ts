import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { type Lane, laneKey } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { type End, type Holding, Holdings, type Line, Settler, type Turn } from '@errand/dispatch';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { Starts } from './starts';
import { Turns } from './turns';

/** A call that takes longer stands aside for others. */
const lingerMs = 250;
/**
 * Calls that start in one turn of the event loop. While the processor is the limit, a hundred starts are 10 ms and more
 * in which no answer is read and nothing is claimed for a tenant whose turn it could be.
 */
const startsALoop = 8;
/** After the grace period, outcomes and returned claims get this long to be stored. */
const storingMs = 2000;

interface LineOwner {
  /** A call of the lane is over, and what it used of its config's limits is free. */
  freed: (lane: Lane) => void;
  ended: (holding: Holding, end: End) => void;
  failed: (lane: Lane, error: Error) => void;
  /** There may be room for more. */
  onProgress: () => void;
}

/** Where claimed activities of this process wait for their start and their turn, and where they are looked after. */
@Injectable()
export class CallLine implements Line {
  private readonly turns: Turns;
  private readonly starts: Starts;
  /** How many of each lane have something looked for, by lane. */
  private readonly resolutions = new Map<string, number>();
  private readonly stopping = new AbortController();
  private readonly cutting = new AbortController();
  private readonly mostUnsettled: number;
  /** The clock that starts are told by, ms. */
  readonly now: () => number;
  private owner: LineOwner | undefined;
  private progress: NodeJS.Immediate | undefined;

  constructor(
    private readonly holdings: Holdings,
    private readonly settler: Settler,
    clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    const { dispatchConcurrency } = settings;
    // Every activity that waits for a hook, or for room, listens.
    setMaxListeners(0, this.stopping.signal);
    this.now = () => clock.now().getTime();
    this.mostUnsettled = dispatchConcurrency * 5;
    this.starts = new Starts(this.now);
    this.turns = new Turns({
      concurrency: dispatchConcurrency,
      perLane: Math.ceil(dispatchConcurrency / 2),
      perTenant: Math.ceil((dispatchConcurrency * 3) / 4),
      lingerMs,
      mostLingering: dispatchConcurrency * 5,
      startsALoop,
      now: () => performance.now(),
      onProgress: () => this.onProgress(),
    });
  }

  get stop(): AbortSignal {
    return this.stopping.signal;
  }

  get cut(): AbortSignal {
    return this.cutting.signal;
  }

  /** How many activities wait for a turn, of all lanes. */
  get waiting(): number {
    return this.turns.waiting;
  }

  /** How many wait for a time that is known. */
  get starting(): number {
    return this.starts.count;
  }

  waitingOf(lane: Lane): number {
    return this.turns.waitingOf(lane);
  }

  resolvingOf(lane: Lane): number {
    return this.resolutions.get(laneKey(lane)) ?? 0;
  }

  /** @param owner is told of what ends, from now on */
  open(owner: LineOwner): void {
    this.owner = owner;
  }

  async turn({ lane, account }: Holding, startAt: Date | null): Promise<Turn | null> {
    if (startAt) await this.starts.at(startAt);
    const turn = await this.turns.take(lane, account.weight);
    if (!turn) return null;
    const room = this.settler.room(lane.tenantId, this.mostUnsettled);
    if (room) await room;
    return {
      end: () => {
        turn.end();
        this.owner?.freed(lane);
      },
    };
  }

  resolving(lane: Lane, change: number): void {
    const count = this.resolvingOf(lane) + change;
    if (count > 0) this.resolutions.set(laneKey(lane), count);
    else this.resolutions.delete(laneKey(lane));
    if (change < 0) this.onProgress();
  }

  ended(holding: Holding, end: End): void {
    this.owner?.ended(holding, end);
  }

  failed(lane: Lane, error: Error): void {
    if (!this.stop.aborted)
      this.logger.error({ err: error, ...lane }, 'activities could not be sent; they were returned');
    this.owner?.failed(lane, error);
  }

  /**
   * Returns what was not sent, and gives the calls under way the grace period to end.
   * @param claims those under way; what they claim is returned too
   */
  async close(claims: Promise<unknown>): Promise<void> {
    const { shutdownGraceMs } = this.settings;
    this.stopping.abort();
    this.starts.stop();
    this.turns.stop();
    const cut = setTimeout(() => this.cutting.abort(), shutdownGraceMs);
    const ended = claims.then(() => this.holdings.idle());
    // While the database is away nothing is stored: what is still open then is left to its lease.
    await Promise.race([ended, delay(shutdownGraceMs + storingMs, undefined, { ref: false })]);
    clearTimeout(cut);
  }

  /** Once a turn of the event loop: under load hundreds of calls end in one, and a look goes over every lane with work. */
  private onProgress(): void {
    this.progress ??= setImmediate(() => {
      this.progress = undefined;
      this.owner?.onProgress();
    });
  }
}
