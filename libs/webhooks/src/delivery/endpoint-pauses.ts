/** Longest pause, ms. */
const longestMs = 30_000;

/** Endpoints that are down are left alone for a while, which each batch that fails whole doubles. */
export class EndpointPauses {
  /** How many batches failed whole one after the other, and until when (ms) none is sent. */
  private readonly down = new Map<string, { batches: number; until: number }>();

  /**
   * @param firstMs the first pause, ms
   * @param now the present, ms
   */
  constructor(
    private readonly firstMs: number,
    private readonly now: () => number,
  ) {}

  /** When the endpoint's pause ends or ended, ms; 0 without one. */
  until(endpoint: string): number {
    return this.down.get(endpoint)?.until ?? 0;
  }

  /** A batch failed whole. */
  lengthen(endpoint: string): void {
    const batches = (this.down.get(endpoint)?.batches ?? 0) + 1;
    const pauseMs = Math.min(longestMs, this.firstMs * 2 ** (batches - 1));
    this.down.set(endpoint, { batches, until: this.now() + pauseMs });
  }

  /** It is up, or has nothing to be told. */
  end(endpoint: string): void {
    this.down.delete(endpoint);
  }
}
