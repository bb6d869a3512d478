import type { OperatorType } from '@errand/vocabulary';

/** What a caller says of an operator; what is left out has its default, or stays as it is. */
export interface OperatorFields {
  externalId: string;
  type: OperatorType;
  name: string;
  email?: string | null;
  phone?: string | null;
  isActive?: boolean;
}
