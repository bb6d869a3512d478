import type { Statement } from '@errand/database';
import type { OperatorType, ResultStatus } from '@errand/vocabulary';

/** An operator as an attribute and payload v1 show it. */
export interface OperatorFacts {
  id: string;
  externalId: string;
  name: string;
  type: OperatorType;
  email: string | null;
  phone: string | null;
}

/** $1 tenant, $2 ids. */
export const findOperators: Statement = {
  name: 'find-operators',
  text: `
    SELECT id, external_id AS "externalId", name, type, email, phone FROM operators
    WHERE tenant_id = $1 AND id = ANY($2::uuid[])`,
};

export interface LatestResult {
  commerce_id: string;
  /** As the attribute `last_result` shows it. */
  value: {
    id: string;
    activityId: string | null;
    status: ResultStatus;
    externalStatus: string | null;
    result: string | null;
    comment: string | null;
    contactType: 'INBOUND' | 'OUTBOUND' | null;
    operatorExternalId: string | null;
    /** ISO 8601 in UTC with milliseconds. */
    occurredAt: string;
  };
}

/** The latest result of each of these stores: the first entry of its part of an index. $1 tenant, $2 stores. */
export const findLatestResults: Statement = {
  name: 'find-latest-results',
  text: `
    SELECT c.id AS commerce_id, json_build_object('id', r.id, 'activityId', r.activity_id, 'status', r.status,
      'externalStatus', r.external_status, 'result', r.result, 'comment', r.comment, 'contactType', r.contact_type,
      'operatorExternalId', r.operator_external_id,
      'occurredAt', to_char(r.occurred_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) AS value
    FROM unnest($2::uuid[]) AS c (id)
    CROSS JOIN LATERAL (
      SELECT * FROM activity_results
      WHERE tenant_id = $1 AND commerce_id = c.id AND state <> 'REPLACED'
      ORDER BY occurred_at DESC, id DESC LIMIT 1) AS r`,
};
