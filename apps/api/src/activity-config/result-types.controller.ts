import { type ResultType, ResultTypesService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPageBy } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { attributeKeyPattern } from './attribute-key.decorator';
import { CreateResultTypeRequest, UpdateResultTypeRequest } from './result-type.request';
import { ResultTypeResponse } from './result-type.response';

const byCode = { of: ({ code }: ResultType) => code, is: (text: string) => attributeKeyPattern.test(text) };

@ApiTags('activity config')
@Controller('api/activity-config/result-types')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class ResultTypesController {
  constructor(private readonly types: ResultTypesService) {}

  /** Name a type of result and what follows from it */
  @Post()
  @WholeTenant()
  @ApiCreatedResponse({ type: ResultTypeResponse })
  @ApiProblems(409, 'LIMIT_REACHED')
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateResultTypeRequest): Promise<ResultTypeResponse> {
    return ResultTypeResponse.of(await this.types.create(tenant.id, body));
  }

  /** List result types in alphabetical order */
  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiPage(ResultTypeResponse)
  @ApiProblems()
  async list(@CurrentTenant() tenant: Tenant, @Query() query: PageRequest): Promise<PageResponse<ResultTypeResponse>> {
    return readPageBy(byCode, 'result-types', query, this.types.list(tenant.id), ResultTypeResponse.of);
  }

  /** Read a result type */
  @Get(':code')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOkResponse({ type: ResultTypeResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Param('code') code: string): Promise<ResultTypeResponse> {
    return ResultTypeResponse.of(await this.types.get(tenant.id, code));
  }

  /** Change a result type */
  @Patch(':code')
  @WholeTenant()
  @ApiOkResponse({ type: ResultTypeResponse })
  @ApiProblems(404)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Param('code') code: string,
    @Body() body: UpdateResultTypeRequest,
  ): Promise<ResultTypeResponse> {
    return ResultTypeResponse.of(await this.types.update(tenant.id, code, body));
  }

  /** Delete a result type; results keep its code as text */
  @Delete(':code')
  @WholeTenant()
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Param('code') code: string): Promise<void> {
    await this.types.remove(tenant.id, code);
  }
}
