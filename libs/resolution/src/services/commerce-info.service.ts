import { AnswersFor, type InternalService } from './internal-service';
import type { ResolutionSubject } from '../subject';

/** `commerce_info`: the activity's store. */
@AnswersFor('commerce_info')
export class CommerceInfo implements InternalService {
  async valuesFor(_tenantId: string, subjects: readonly ResolutionSubject[]): Promise<unknown[]> {
    return subjects.map(({ commerce }) => {
      if (!commerce) return null;
      const { id, external_id, name, tax_id, metadata } = commerce;
      return { id, externalId: external_id, name, taxId: tax_id, metadata };
    });
  }
}
