/**
 * Knows how many activities went where and how attempts ended: sums by time that are filled from the history and read in its
 * place. Must not know what an activity may become, providers or HTTP.
 */
export { earliestMissed, STEPS, type Step } from './buckets';
export { RollUps } from './roll-ups.service';
export {
  type AttemptSum,
  type FailureSum,
  type Series,
  type StatusChange,
  SERIES_KEYS,
  type SeriesKey,
  Statistics,
} from './statistics.service';
export { StatisticsModule } from './statistics.module';
