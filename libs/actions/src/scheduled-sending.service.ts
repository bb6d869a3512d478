import { NEVER } from '@errand/activities';
import { SETTINGS, type Settings } from '@errand/config';
import { ReadinessChecks } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';

/** Whether scheduled actions are sent, `ENABLE_SCHEDULED_ACTIONS`. Those that are not are stored and wait. */
@Injectable()
export class ScheduledSending {
  readonly isOn: boolean;
  /** Until when a new scheduled action waits, if not for its own time only. */
  readonly notBefore: Date | undefined;

  constructor(checks: ReadinessChecks, @Inject(SETTINGS) settings: Settings) {
    this.isOn = settings.enableScheduledActions;
    this.notBefore = this.isOn ? undefined : NEVER;
    if (!this.isOn) checks.note('scheduled actions are stored but not sent: ENABLE_SCHEDULED_ACTIONS is false');
  }
}
