import { Inject, Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Registry } from 'prom-client';
import { PROCESS_NAME } from './process-name';

/**
 * The metrics of one application. The registry is its own, not the library's global one, so that several
 * applications can live in one Node process without sharing counters.
 */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  constructor(@Inject(PROCESS_NAME) processName: string) {
    this.registry.setDefaultLabels({ process: processName });
    collectDefaultMetrics({ register: this.registry });
  }
}
