import { Clock, inParallel } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Tenants } from '@errand/tenants';
import { Inject, Injectable } from '@nestjs/common';

/** Each uses a database connection nearly all the time; the claims need the others. */
const tenantsAtOnce = 2;
/** SQLSTATE feature_not_supported: a distributed server refuses a statement that names no tenant, as is to be expected. */
const notSupported = '0A000';

/** Who has something that comes due, and when the first of it does. */
export interface DueTimes {
  /** Of all tenants, in one statement. */
  together: () => Promise<Iterable<[tenantId: string, dueAt: Date]>>;
  /** Of one. */
  apart: (tenantId: string) => Promise<Date | null>;
}

/** Goes round the tenants. One that fails, or whose node is down, is logged and keeps no other from its turn. */
@Injectable()
export class TenantRounds {
  constructor(
    private readonly tenants: Tenants,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Does `work` for every tenant, a few at a time, until the signal aborts. @returns those for which it failed */
  async ofAll(what: string, work: (tenantId: string) => Promise<unknown>, signal: AbortSignal): Promise<string[]> {
    return this.ofThese(what, this.tenants.ids(), work, signal);
  }

  /**
   * The same for the tenants that `find` names in one statement over all of them, or where that fails, for every one.
   */
  async ofThose(
    what: string,
    find: () => Promise<Iterable<string>>,
    work: (tenantId: string) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<void> {
    const found = await find().catch((error: unknown) => {
      const isExpected = (error as { code?: unknown }).code === notSupported;
      this.logger[isExpected ? 'debug' : 'warn'](
        { err: error, what },
        'not found together: each tenant is asked apart',
      );
      return this.tenants.ids();
    });
    await this.ofThese(what, found, work, signal);
  }

  /** Tells of each tenant that has something due within `horizonMs`; those found together need no turn of their own. */
  async ofDue(
    what: string,
    { together, apart }: DueTimes,
    horizonMs: number,
    expect: (tenantId: string, dueAt: Date) => void,
    signal: AbortSignal,
  ): Promise<void> {
    const find = async () => {
      for (const [tenantId, dueAt] of await together()) expect(tenantId, dueAt);
      return [];
    };
    const ask = async (tenantId: string) => {
      const dueAt = await apart(tenantId);
      if (dueAt && dueAt <= this.clock.after(horizonMs)) expect(tenantId, dueAt);
    };
    await this.ofThose(what, find, ask, signal);
  }

  /** The same for these tenants. */
  async ofThese(
    what: string,
    tenantIds: Iterable<string> | AsyncIterable<string>,
    work: (tenantId: string) => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<string[]> {
    const failed: string[] = [];
    await inParallel(tenantsAtOnce, until(signal, tenantIds), async (tenantId) => {
      await work(tenantId).catch((error: unknown) => {
        failed.push(tenantId);
        this.logger.error({ err: error, tenantId, what }, 'failed for one tenant; it is tried again');
      });
    });
    return failed;
  }
}

/** The tenants, asked for no further once the signal aborts. */
async function* until(
  signal: AbortSignal,
  tenantIds: Iterable<string> | AsyncIterable<string>,
): AsyncGenerator<string> {
  for await (const tenantId of tenantIds) {
    if (signal.aborted) return;
    yield tenantId;
  }
}
