import { OperatorsService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { MasterDataSync } from '../sync/master-data-sync.service';
import { SyncResponse } from '../sync/sync.response';
import { Id } from '../validation/id.decorator';
import {
  CreateOperatorRequest,
  ListOperatorsRequest,
  SyncOperatorsRequest,
  UpdateOperatorRequest,
} from './operator.request';
import { OperatorResponse } from './operator.response';

@ApiTags('operators')
@Controller('api/operators')
@RequirePermission('MANAGE_OPERATORS')
export class OperatorsController {
  constructor(
    private readonly operators: OperatorsService,
    private readonly masterDataSync: MasterDataSync,
  ) {}

  /** Create an operator */
  @Post()
  @ApiCreatedResponse({ type: OperatorResponse })
  @ApiProblems(409)
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateOperatorRequest): Promise<OperatorResponse> {
    return OperatorResponse.of(await this.operators.create(tenant.id, body));
  }

  /** List operators, newest first */
  @Get()
  @RequirePermission('MANAGE_OPERATORS', 'VIEW_ACTIVITIES')
  @ApiPage(OperatorResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: ListOperatorsRequest,
  ): Promise<PageResponse<OperatorResponse>> {
    const { type, isActive, externalId, search } = query;
    const list = this.operators.list(tenant.id, { type, isActive, externalId, search });
    return readPage('operators', query, list, (operator) => OperatorResponse.of(operator));
  }

  /** Read an operator */
  @Get(':id')
  @RequirePermission('MANAGE_OPERATORS', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: OperatorResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<OperatorResponse> {
    return OperatorResponse.of(await this.operators.get(tenant.id, id));
  }

  /** Change an operator */
  @Patch(':id')
  @ApiOkResponse({ type: OperatorResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: UpdateOperatorRequest,
  ): Promise<OperatorResponse> {
    return OperatorResponse.of(await this.operators.update(tenant.id, id, body));
  }

  /** Delete an operator, also from its routes; 409 while activities refer to it */
  @Delete(':id')
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.operators.remove(tenant.id, id);
  }

  /** Make or update up to 1,000 operators by externalId; fields an item leaves out stay as they are */
  @Post('sync')
  @HttpCode(200)
  @ApiOkResponse({ type: SyncResponse })
  @ApiProblems()
  async sync(@CurrentTenant() tenant: Tenant, @Body() { items }: SyncOperatorsRequest): Promise<SyncResponse> {
    return this.masterDataSync.operators(tenant.id, items);
  }
}
