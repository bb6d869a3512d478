import { RouteOperatorsService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { AssignOperatorRequest } from './route.request';
import { RouteOperatorResponse } from './route.response';

@ApiTags('routes')
@Controller('api/routes/:id/operators')
@RequirePermission('MANAGE_ROUTES')
export class RouteOperatorsController {
  constructor(private readonly assignments: RouteOperatorsService) {}

  /** Put an operator on the route, or change the role of one who is on it */
  @Post()
  @ApiCreatedResponse({ type: RouteOperatorResponse })
  @ApiProblems(404)
  async assign(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() { operatorId, role }: AssignOperatorRequest,
  ): Promise<RouteOperatorResponse> {
    return RouteOperatorResponse.of(await this.assignments.assign(tenant.id, id, operatorId, role));
  }

  /** Take an operator off the route */
  @Delete(':operatorId')
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string, @Id('operatorId') operatorId: string): Promise<void> {
    await this.assignments.remove(tenant.id, id, operatorId);
  }
}
