/**
 * Knows recurring actions: when each one occurs, what becomes of its occurrences, and that each happens once. Must not
 * know HTTP, providers, or how an activity is sent.
 */
export { Backfill, type Backfilled } from './backfill.service';
export { DueOccurrences } from './due-occurrences.service';
export { Occurrences } from './occurrences.service';
export {
  MISSED_POLICIES,
  type MissedPolicy,
  OVERLAP_POLICIES,
  type OverlapPolicy,
  RECURRING_STATUSES,
  type RecurringAction,
  type RecurringFields,
  type RecurringStatus,
} from './recurring-action';
export { RECURRING_CHANNEL, RecurringActions } from './recurring-actions.service';
export { RecurringModule } from './recurring.module';
export {
  OCCURRENCE_KINDS,
  OCCURRENCE_STATUSES,
  type OccurrenceKind,
  type OccurrenceRow,
  type OccurrenceStatus,
  type OccurrenceView,
  SKIP_REASONS,
  type SkipReason,
} from './sql/occurrences.sql';
export { CLOCK_CHANGES, type ClockChange, type ToldTime } from './told-times';
