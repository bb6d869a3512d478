import type { RouteOperator, RouteWithOperators } from '@errand/master-data';
import { ROUTE_ROLES, type RouteRole } from '@errand/vocabulary';
import { ApiProperty } from '@nestjs/swagger';
import { OperatorResponse } from '../operators/operator.response';

export class RouteOperatorResponse {
  @ApiProperty({ format: 'uuid' })
  operatorId: string;

  @ApiProperty({ enum: ROUTE_ROLES })
  role: RouteRole;

  @ApiProperty({ type: OperatorResponse })
  operator: OperatorResponse;

  static of({ operatorId, role, operator }: RouteOperator): RouteOperatorResponse {
    return { operatorId, role, operator: OperatorResponse.of(operator) };
  }
}

export class RouteResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;

  externalId: string;
  name: string;
  isActive: boolean;
  operators: RouteOperatorResponse[];
  createdAt: Date;
  updatedAt: Date;

  static of(route: RouteWithOperators): RouteResponse {
    const { id, externalId, name, isActive, createdAt, updatedAt } = route;
    const operators = route.operators.map((assigned) => RouteOperatorResponse.of(assigned));
    return { id, externalId, name, isActive, operators, createdAt, updatedAt };
  }
}
