import { Database } from '@errand/database';
import { findOperators, type OperatorFacts } from '../sql/internal-services.sql';
import { AnswersFor, type InternalService } from './internal-service';
import type { ResolutionSubject } from '../subject';

/** `operator_info`: the operator of a TASK; a MESSAGE has none. */
@AnswersFor('operator_info')
export class OperatorInfo implements InternalService {
  constructor(private readonly database: Database) {}

  async valuesFor(tenantId: string, subjects: readonly ResolutionSubject[]): Promise<unknown[]> {
    const ids = new Set(subjects.flatMap(({ operatorId }) => operatorId ?? []));
    if (ids.size === 0) return [];
    const rows = await this.database.query<OperatorFacts>(findOperators, [tenantId, [...ids]]);
    const operators = new Map(rows.map((row) => [row.id, row]));
    return subjects.map(({ operatorId }) => operators.get(operatorId ?? ''));
  }
}
