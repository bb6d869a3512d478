import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { ResolutionSubject } from '../subject';

/**
 * Knows the values of one family of attributes: service `last_result` is asked for the attribute `last_result`, and for
 * `last_result.status`, which is a part of its value.
 */
export interface InternalService {
  /**
   * The value for each subject, in their order; null or undefined where there is none. Asked once for a whole batch of
   * one tenant's activities (up to 1,000), so it makes a fixed number of statements. A value is plain JSON.
   */
  valuesFor(tenantId: string, subjects: readonly ResolutionSubject[]): Promise<unknown[]>;
}

/** Metadata key that carries a service's name. Part of the contract: outside packages name it. */
export const INTERNAL_SERVICE_METADATA = 'errand:internal-service';

/** Registers the class as the internal service `name`, in whichever module provides it. */
export function AnswersFor(name: string): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(INTERNAL_SERVICE_METADATA, name));
}
