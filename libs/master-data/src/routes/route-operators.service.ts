import { isForeignKeyViolation } from '@errand/database';
import { notFound } from '@errand/errors';
import type { RouteRole } from '@errand/vocabulary';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Repository } from 'typeorm';
import { RouteOperator } from './route-operator.entity';
import { Route } from './route.entity';

/** Who works on which route. */
@Injectable()
export class RouteOperatorsService {
  constructor(@InjectRepository(RouteOperator) private readonly assignments: Repository<RouteOperator>) {}

  /** Puts an operator on a route, or changes the role of one who is on it. */
  async assign(tenantId: string, routeId: string, operatorId: string, role: RouteRole): Promise<RouteOperator> {
    const isRoute = await this.assignments.manager.existsBy(Route, { tenantId, id: routeId });
    if (!isRoute) throw notFound('Route', routeId);
    try {
      const keys = ['tenantId', 'routeId', 'operatorId'];
      await this.assignments.upsert({ tenantId, routeId, operatorId, role }, keys);
    } catch (error) {
      throw isForeignKeyViolation(error) ? notFound('Operator', operatorId) : error;
    }
    return this.assignments.findOneOrFail({
      where: { tenantId, routeId, operatorId },
      relations: { operator: true },
    });
  }

  async remove(tenantId: string, routeId: string, operatorId: string): Promise<void> {
    const { affected } = await this.assignments.delete({ tenantId, routeId, operatorId });
    if (affected === 0) throw notFound('Operator', operatorId);
  }
}
