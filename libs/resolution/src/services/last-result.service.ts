import { Database } from '@errand/database';
import { findLatestResults, type LatestResult } from '../sql/internal-services.sql';
import { AnswersFor, type InternalService } from './internal-service';
import type { ResolutionSubject } from '../subject';

/** `last_result`: the result with the latest occurredAt that anybody reported for the activity's store. */
@AnswersFor('last_result')
export class LastResult implements InternalService {
  constructor(private readonly database: Database) {}

  async valuesFor(tenantId: string, subjects: readonly ResolutionSubject[]): Promise<unknown[]> {
    const ids = new Set(subjects.flatMap(({ commerce }) => commerce?.id ?? []));
    if (ids.size === 0) return [];
    const rows = await this.database.query<LatestResult>(findLatestResults, [tenantId, [...ids]]);
    const results = new Map(rows.map(({ commerce_id, value }) => [commerce_id, value]));
    return subjects.map(({ commerce }) => results.get(commerce?.id ?? ''));
  }
}
