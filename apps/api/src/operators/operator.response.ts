import type { Operator } from '@errand/master-data';
import { OPERATOR_TYPES, type OperatorType } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';

export class OperatorResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  externalId: string;

  @ApiProperty({ enum: OPERATOR_TYPES })
  type: OperatorType;

  name: string;
  email: string | null;
  phone: string | null;
  isActive: boolean;
  createdAt: Date;
  updatedAt: Date;

  static of(operator: Operator): OperatorResponse {
    const { id, externalId, type, name, email, phone, isActive, createdAt, updatedAt } = operator;
    return { id, externalId, type, name, email, phone, isActive, createdAt, updatedAt };
  }
}
