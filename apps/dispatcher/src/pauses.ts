import { isUnreachable } from '@errand/database';

/** Longest pause, ms. */
const longestMs = 30_000;

/** What fails is left alone for a while, which each further failure doubles: an endpoint, a lane, a tenant's work. */
export class Pauses {
  /** How many failures there were one after the other, and until when (ms) nothing is tried. */
  private readonly failing = new Map<string, { failures: number; until: number }>();

  /**
   * @param firstMs the first pause, ms
   * @param now the present, ms
   */
  constructor(
    private readonly firstMs: number,
    private readonly now: () => number,
  ) {}

  /** When the pause of the key ends or ended, ms; 0 without one. */
  until(key: string): number {
    return this.failing.get(key)?.until ?? 0;
  }

  isOn(key: string): boolean {
    return this.until(key) > this.now();
  }

  /** It failed once more. */
  lengthen(key: string): void {
    const failures = (this.failing.get(key)?.failures ?? 0) + 1;
    const pauseMs = Math.min(longestMs, this.firstMs * 2 ** (failures - 1));
    this.failing.set(key, { failures, until: this.now() + pauseMs });
  }

  /** It failed with an error of ours. That the database is away says nothing of the key, which goes on soon after it is back. */
  failed(key: string, error: unknown): void {
    if (isUnreachable(error)) this.end(key);
    this.lengthen(key);
  }

  /** It works, or there is nothing to do. */
  end(key: string): void {
    this.failing.delete(key);
  }
}
