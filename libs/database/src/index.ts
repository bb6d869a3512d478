/**
 * The way to PostgreSQL: connections, transactions, notifications, migrations, and a server of our own for
 * development and tests. Knows no table and no statement of the product.
 */
export { bytesOf, mostListBytes } from './answer-bytes';
export { containing, likeInAnyCase, startingWith } from './any-case';
export { Clock } from './clock';
export { directUrl, ownerUrl } from './connecting';
export { Database } from './database';
export { DatabaseModule } from './database.module';
export { EmbeddedPostgres } from './embedded/embedded-postgres';
export { groupBy } from './group-by';
export { HintSender } from './hint-sender';
export { idsFrom, idsTo } from './ids-of-time';
export { inBatches } from './in-batches';
export { inParallel } from './in-parallel';
export { equalTo, type Listing, listing, listingWith, searching } from './listing';
export { runMigrations } from './migrate';
export { Notifications } from './notifications';
export { goneParents, purgeInBatches } from './purge';
export { queriesOf } from './queries-of';
export { ReadTime } from './read-time';
export { readingFromPrimary } from './reading';
export { Replica } from './replica';
export { retryWhenTaken } from './retry-when-taken';
export { findRefused, runApart } from './run-apart';
export { newestFirst, type Slice } from './slice';
export {
  isBadData,
  isCheckViolation,
  isForeignKeyViolation,
  isRefusal,
  isStatementTimeout,
  isTransient,
  isUniqueViolation,
  isUnreachable,
  reasonOf,
  unlessTaken,
} from './sql-errors';
export type { Queryable, Statement } from './statement';
export { TenantCache } from './tenant-cache';
