/**
 * Knows what becomes of an action: its tenant’s rules judge it, and it is made an activity, sent at once or at its
 * time. Must not know HTTP, nor how the wire spells an outcome.
 */
export { ACTION_STATUSES, type ActionRecord, type ActionStatus } from './sql/actions.sql';
export { ActionUpkeepModule } from './action-upkeep.module';
export { Actions, patienceMs } from './actions.service';
export { ActionsModule } from './actions.module';
export { ActivityRules } from './activity-rules.service';
export { activityOf, type NewAction, putOffUntil, type WantedTime } from './action';
export { Backtests } from './backtest.service';
export { refusalOfModified } from './judge.service';
export { mergePatch } from './merge-patch';
export type { ActionOutcome } from './outcome';
export { RuleWindows } from './rule-windows.service';
export { ScheduledActions } from './scheduled-actions.service';
export { ScheduledBacklog } from './scheduled-backlog.service';
export { ScheduledSending } from './scheduled-sending.service';
