/** Time as the test tells it. Stands in for the Clock of @errand/database. */
export class ManualClock {
  private time = Date.parse('2026-01-01T00:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  pass(ms: number): void {
    this.time += ms;
  }

  async synchronize(): Promise<void> {}
}
