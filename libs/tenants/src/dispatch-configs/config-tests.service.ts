import { Clock, Database, isForeignKeyViolation } from '@errand/database';
import { LOGGER, type Logger } from '@errand/telemetry';
import type { Disposition } from '@errand/vocabulary';
import { Inject, Injectable } from '@nestjs/common';
import { v7 } from 'uuid';
import { addConfigTest, type ConfigTestRow, lastConfigTests, removeOldConfigTests } from '../sql/config-tests.sql';

const mostKept = 20;

/** How a test call with a dispatch config went. */
export interface ConfigTest {
  disposition: Disposition;
  httpStatus: number | null;
  /** Null when the provider accepted. */
  errorCode: string | null;
  durationMs: number;
}

/** The last 20 tests of each dispatch config. */
@Injectable()
export class ConfigTests {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** Keeps how a call went. Never fails: the call was made, and who asked for it is to be told. */
  async add(
    { tenantId, id }: { tenantId: string; id: string },
    { disposition, httpStatus, errorCode, durationMs }: ConfigTest,
  ): Promise<void> {
    try {
      const test = [disposition, httpStatus, errorCode, durationMs];
      await this.database.query(addConfigTest, [tenantId, id, v7(), this.clock.now(), ...test]);
      await this.database.query(removeOldConfigTests, [tenantId, id, mostKept]);
    } catch (error) {
      if (isForeignKeyViolation(error)) return; // deleted meanwhile
      this.logger.warn({ err: error, tenantId, dispatchConfigId: id }, 'the test of a dispatch config was not kept');
    }
  }

  /** The last one of each config that was tested, by its id. */
  async last(tenantId: string): Promise<Map<string, ConfigTest & { at: Date }>> {
    const rows = await this.database.query<ConfigTestRow>(lastConfigTests, [tenantId]);
    return new Map(
      rows.map(({ dispatch_config_id, tested_at: at, disposition, http_status, error_code, duration_ms }) => [
        dispatch_config_id,
        { at, disposition, httpStatus: http_status, errorCode: error_code, durationMs: duration_ms },
      ]),
    );
  }
}
