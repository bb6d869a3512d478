import type { AttributeInput, Resolvable } from '@errand/resolution';
import { carriedBytes } from './carried-bytes';
import type { ResolvableRow } from './sql/resolvable.sql';

/** What of an UNRESOLVED activity is to be tried again: what failed, but not what is found when it is sent. */
export function failedOf(row: ResolvableRow): Resolvable {
  const isFoundLater = row.target_users.some((user) => user.resolution_status === 'PENDING' && !user.error_message);
  return {
    ...subjectOf(row),
    attributes: row.attributes.filter(
      ({ strategy, resolution_status: status }) =>
        status === 'FAILED' || (status === 'FALLBACK' && strategy !== 'ON_DISPATCH'),
    ),
    carriedBytes: () => carriedBytes({ metadata: row.metadata, attributes: row.attributes.map(asGiven) }),
    keepsTargets: isFoundLater,
  };
}

function asGiven({ key, value, fallback }: ResolvableRow['attributes'][number]): AttributeInput {
  return { key, value: value ?? undefined, fallback: fallback ?? undefined };
}

function subjectOf(row: ResolvableRow): Omit<Resolvable, 'attributes' | 'carriedBytes' | 'keepsTargets'> {
  const { id, type, channel, reason, commerce, operator_id, target_criteria } = row;
  return { activityId: id, type, channel, reason, commerce, operatorId: operator_id, targetCriteria: target_criteria };
}
