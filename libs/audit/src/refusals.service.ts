import { Clock, Database } from '@errand/database';
import { LOGGER, type Logger, Metrics } from '@errand/telemetry';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Counter } from 'prom-client';
import { Audit } from './audit.service';
import type { Caller } from './caller';
import { RefusalSample } from './refusal-sample';

/** An attempt that was refused with 401 or 403. */
export interface Refusal {
  caller: Caller;
  /** Whose key it was; null where that is not known, or the platform's. */
  tenantId: string | null;
  /** `PATCH /api/dispatch-configs/:id` */
  operation: string;
  status: number;
  code: string;
}

/**
 * Notes a sample of the attempts that were refused: so few a minute, one after the other and past the request, that
 * whoever is refused cannot keep the database busy.
 */
@Injectable()
export class Refusals implements OnModuleDestroy {
  private readonly sample = new RefusalSample();
  private readonly waiting: Refusal[] = [];
  private readonly counter: Counter<'kept'>;
  private writing: Promise<void> | undefined;

  constructor(
    private readonly audit: Audit,
    private readonly database: Database,
    private readonly clock: Clock,
    metrics: Metrics,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    this.counter = new Counter({
      name: 'errand_audit_refusals_total',
      help: 'Requests refused with 401 or 403, by whether the audit log keeps them',
      labelNames: ['kept'],
      registers: [metrics.registry],
    });
  }

  /** Never fails and is not waited for. */
  note(refusal: Refusal): void {
    const { actor, address } = refusal.caller;
    // What a stranger calls himself is his to choose, his address less so.
    const caller = refusal.tenantId === null ? (address ?? '') : `${refusal.tenantId} ${actor}`;
    const isKept = this.sample.takes(caller, refusal.tenantId ?? '', this.clock.now().getTime());
    this.counter.inc({ kept: isKept ? 'yes' : 'no' });
    if (!isKept) return;
    this.waiting.push(refusal);
    this.writing ??= this.writeAll();
  }

  async onModuleDestroy(): Promise<void> {
    await this.writing;
  }

  private async writeAll(): Promise<void> {
    try {
      for (let refusal = this.waiting.shift(); refusal; refusal = this.waiting.shift()) await this.write(refusal);
    } catch (error) {
      this.logger.warn({ err: error, lost: this.waiting.length + 1 }, 'refused attempts not written to the audit log');
      this.waiting.length = 0;
    } finally {
      this.writing = undefined;
    }
  }

  private async write({ caller, tenantId, operation, status, code }: Refusal): Promise<void> {
    const refused = { tenantId, action: 'operation.refused', subjectId: operation, before: null } as const;
    await this.database.query(...this.audit.entry({ ...refused, after: { status, code } }, 'refused', caller));
  }
}
