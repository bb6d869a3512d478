import type { Clock } from '@errand/database';

/** Time as the test tells it. Stands in for the real clock. */
export class ManualClock implements Pick<Clock, 'now' | 'after'> {
  private time = Date.parse('2026-01-01T00:00:00.000Z');

  now(): Date {
    return new Date(this.time);
  }

  after(ms: number): Date {
    return new Date(this.time + ms);
  }

  pass(ms: number): void {
    this.time += ms;
  }
}
