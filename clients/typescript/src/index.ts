/**
 * Knows Errand’s wire: actions, scheduled and recurring actions below `/v1`, the REST API as its OpenAPI document has it.
 * Runs on Node 18 or later and in browsers, so it must not know Node, nor import anything that is not bundled.
 */
export { ErrandClient, type ErrandClientOptions } from './errand-client.js';
export { ErrandError, type ErrorDetails } from './errand-error.js';
export type { Action } from './action.js';
export type { ActionOutcome, BatchItem } from './outcome.js';
export type { CallOptions } from './v1.js';
export type {
  Backfill,
  BackfillWindow,
  Counted,
  NewRecurringAction,
  Occurrence,
  OccurrenceView,
  RecurringAction,
  RecurringActions,
  RecurringChanges,
  RecurringFilter,
  Slice,
} from './recurring.js';
export type { RestClient } from './rest.js';
export type { RetryOptions } from './retry.js';
export type { ScheduledAction, ScheduledActions, ScheduledFilter, ScheduledPage } from './scheduled.js';
export type { components, operations, paths } from './schema.generated.js';
