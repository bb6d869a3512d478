/**
 * Knows what an activity is and may become: the status machine, creation, what is stored of its resolution, results, and
 * the SQL of all that. Must not know providers, credentials or HTTP.
 */
export { ActivitiesModule } from './activities.module';
// The failure in a ClaimResolutionEnd, for those who need nothing else of resolution.
export type { ResolutionFailure } from '@errand/resolution';
export { Backlog, type Open, type Scheduled } from './backlog.service';
export { tooManyBytes } from './carried-bytes';
export { ClaimResolution } from './claim-resolution.service';
export { contentHash } from './content-hash';
export { Creation, type CreationResult, type PreparedActivities } from './creation.service';
export { NEVER } from './draft';
export { type Lane, type LaneColumns, laneKey, laneOf } from './lane';
export { type Claim, type Lease, Lifecycle, type UnusedClaim } from './lifecycle.service';
export type { NewActivity } from './new-activity';
export { MATCHED_BY, type MatchedBy } from './activity-search';
export { type ActivityFilter, ActivityReader, type WaitingFilter } from './reader.service';
export { Queues } from './queues.service';
export { Redrive, type RedriveReport } from './redrive.service';
export { type Referred, References } from './references.service';
export { ResolutionByHand } from './resolution-by-hand.service';
export { Retention } from './retention.service';
export { type NewResult, Results } from './results/results.service';
export type { ClaimedActivity } from './sql/claim.sql';
export type { ResultRow } from './sql/results.sql';
export type { ActivityState } from './sql/state.sql';
export { type AttemptTrigger, type SettledAttempt, UNCOUNTED_TRIGGERS } from './sql/settle.sql';
export { recipientNow } from './recipient-now';
export type { ActivityEvent, ActivityLink, ActivityView, AttributeView, TargetUserView } from './sql/view.sql';
export type { ExpiredLease } from './sql/wake.sql';
export { type FeedItem, type FeedPlace, TaskFeed, type TaskFilter } from './task-feed.service';
export { parseWorkHints, WORK_CHANNEL, WorkSignal } from './work-signal.service';
