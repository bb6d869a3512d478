import { NEVER } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { Database } from '@errand/database';
import { ReadinessChecks } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { holdScheduled, releaseScheduled } from './sql/hold.sql';

/** Whether scheduled actions are sent, `ENABLE_SCHEDULED_ACTIONS`. Those that are not are stored and wait. */
@Injectable()
export class ScheduledSending {
  readonly isOn: boolean;
  /** Until when a new scheduled action waits, if not for its own time only. */
  readonly heldUntil: Date | undefined;

  constructor(
    private readonly database: Database,
    checks: ReadinessChecks,
    @Inject(SETTINGS) settings: Settings,
  ) {
    this.isOn = settings.enableScheduledActions;
    this.heldUntil = this.isOn ? undefined : NEVER;
    if (!this.isOn) checks.note('scheduled actions are stored but not sent: ENABLE_SCHEDULED_ACTIONS is false');
  }

  /** For the process that sends, before it does: holds what was stored while this was on, or releases what was held. */
  async apply(): Promise<void> {
    await this.database.query(this.isOn ? releaseScheduled : holdScheduled, [NEVER]);
  }
}
