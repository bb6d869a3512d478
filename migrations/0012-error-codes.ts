// Why: lists by error code read every activity with an error, or all there are when the code is rare. Expand: 0.1 only
// keeps the index.
import { ForwardOnly } from './forward-only';

export class ErrorCodes1700000000012 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // What was accepted at the first attempt has no error and costs nothing here.
  `DROP INDEX CONCURRENTLY IF EXISTS activities_by_error`,
  `CREATE INDEX CONCURRENTLY activities_by_error ON activities (tenant_id, last_error_code, id)
    WHERE last_error_code IS NOT NULL`,
];
