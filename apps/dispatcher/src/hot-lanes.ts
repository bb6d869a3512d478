import { type Lane, laneKey } from '@errand/activities';

/** The lanes that may have work, in the order in which they take turns. */
export class HotLanes {
  private readonly lanes = new Map<string, Lane>();
  /** Lanes to heat at a time of their own. */
  private readonly later = new Map<string, { at: number; timer: NodeJS.Timeout }>();
  private isStopped = false;

  /** @param onHeat called when there is something to claim */
  constructor(private readonly onHeat: () => void) {}

  heat(...lanes: Lane[]): void {
    for (const lane of lanes) this.lanes.set(laneKey(lane), lane);
    this.onHeat();
  }

  /** Heats the lane later; of several times the first counts. */
  heatAfter(ms: number, lane: Lane): void {
    const key = laneKey(lane);
    const at = Date.now() + ms;
    const known = this.later.get(key);
    if (this.isStopped || (known && known.at <= at)) return;
    clearTimeout(known?.timer);
    const timer = setTimeout(
      () => {
        this.later.delete(key);
        this.heat(lane);
      },
      Math.max(0, ms),
    );
    this.later.set(key, { at, timer });
  }

  /** Takes the first lane that `isWanted`; the others stay in line. */
  take(isWanted: (lane: Lane) => boolean): Lane | undefined {
    for (const [key, lane] of this.lanes) {
      if (!isWanted(lane)) continue;
      this.lanes.delete(key);
      return lane;
    }
    return undefined;
  }

  stop(): void {
    this.isStopped = true;
    for (const { timer } of this.later.values()) clearTimeout(timer);
  }
}
