import { InitialSchema1700000000001 } from './0001-initial-schema';
import { Rules1700000000002 } from './0002-rules';
import { DispatchConfigHealth1700000000003 } from './0003-dispatch-config-health';
import { TableHealth1700000000004 } from './0004-table-health';
import { Resolution1700000000005 } from './0005-resolution';
import { ResultTypes1700000000006 } from './0006-result-types';
import { Actions1700000000007 } from './0007-actions';
import { Webhooks1700000000008 } from './0008-webhooks';
import { Recurring1700000000009 } from './0009-recurring';
import { Dispositions1700000000010 } from './0010-dispositions';
import { RedrivenAs1700000000011 } from './0011-redriven-as';
import { ErrorCodes1700000000012 } from './0012-error-codes';
import { AuditLog1700000000013 } from './0013-audit-log';
import { KeyScopes1700000000014 } from './0014-key-scopes';
import { Limits1700000000015 } from './0015-limits';
import { Providers1700000000016 } from './0016-providers';
import { Console1700000000017 } from './0017-console';
import { Statistics1700000000018 } from './0018-statistics';
import { ConsoleReads1700000000019 } from './0019-console-reads';
import { RuleHits1700000000020 } from './0020-rule-hits';
import { PeopleSearch1700000000022 } from './0022-people-search';
import { RequestExcerpts1700000000023 } from './0023-request-excerpts';

/** All migrations, oldest first. Forward only: a released one is never edited. */
export const migrations = [
  InitialSchema1700000000001,
  Rules1700000000002,
  DispatchConfigHealth1700000000003,
  TableHealth1700000000004,
  Resolution1700000000005,
  ResultTypes1700000000006,
  Actions1700000000007,
  Webhooks1700000000008,
  Recurring1700000000009,
  Dispositions1700000000010,
  RedrivenAs1700000000011,
  ErrorCodes1700000000012,
  AuditLog1700000000013,
  KeyScopes1700000000014,
  Limits1700000000015,
  Providers1700000000016,
  Console1700000000017,
  Statistics1700000000018,
  ConsoleReads1700000000019,
  RuleHits1700000000020,
  PeopleSearch1700000000022,
  RequestExcerpts1700000000023,
];

/** Tables that the processes only add rows to: what was recorded stays as it was recorded. */
export const appendOnly = ['audit_log', 'platform_audit_log'];
