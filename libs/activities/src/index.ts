/**
 * Knows what an activity is and may become: the status machine, creation, resolution, results, and the SQL of all
 * that. Must not know providers, credentials or HTTP.
 */
export { ActivitiesModule } from './activities.module';
export { contentHash } from './content-hash';
export { Creation, type CreationResult, type PreparedActivities } from './creation.service';
export { NEVER } from './draft';
export { type Lane, type LaneColumns, laneKey, laneOf } from './lane';
export { type Claim, type Lease, Lifecycle, type Rescheduling } from './lifecycle.service';
export type { NewActivity } from './new-activity';
export { type ActivityFilter, ActivityReader, type ResultFilter } from './reader.service';
export { Queues } from './queues.service';
export { Redrive, type RedriveReport } from './redrive.service';
export { type Referred, References } from './references.service';
export { ClaimResolution, type ClaimResolutionEnd } from './resolution/claim-resolution.service';
export { HookSecrets, sealedHookSecrets } from './resolution/hooks/hook-secrets.service';
export { AnswersFor, INTERNAL_SERVICE_METADATA, type InternalService } from './resolution/internal-service';
export type { ResolutionFailure } from './resolution/resolution';
export type { ResolutionSubject } from './resolution/subject';
export { Resolution } from './resolution/resolution.service';
export { Retention } from './retention.service';
export { type NewResult, Results } from './results/results.service';
export type { ClaimedActivity } from './sql/claim.sql';
export type { ResultRow } from './sql/results.sql';
export { type AttemptTrigger, type SettledAttempt, UNCOUNTED_TRIGGERS } from './sql/settle.sql';
export type { ActivityEvent, ActivityView, AttributeView, TargetUserView } from './sql/view.sql';
export type { ExpiredLease } from './sql/wake.sql';
export { type FeedItem, type FeedPlace, TaskFeed, type TaskFilter } from './task-feed.service';
export { ACTIVITY_STATUSES, type ActivityStatus } from './status';
export { parseWorkHints, WORK_CHANNEL, type WorkHint, WorkSignal } from './work-signal.service';
