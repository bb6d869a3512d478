import { TargetResolutionConfigsService } from '@errand/resolution';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { targetCriteriaOf } from './target-criterion.request';
import {
  CreateTargetResolutionConfigRequest,
  UpdateTargetResolutionConfigRequest,
} from './target-resolution-config.request';
import { TargetResolutionConfigResponse } from './target-resolution-config.response';

@ApiTags('activity config')
@Controller('api/activity-config/target-resolution')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class TargetResolutionConfigsController {
  constructor(private readonly configs: TargetResolutionConfigsService) {}

  /** Set how activities find their target users */
  @Post()
  @WholeTenant()
  @ApiCreatedResponse({ type: TargetResolutionConfigResponse })
  @ApiProblems(409, 'LIMIT_REACHED')
  async create(
    @CurrentTenant() tenant: Tenant,
    @Body() { criteria = [], ...fields }: CreateTargetResolutionConfigRequest,
  ): Promise<TargetResolutionConfigResponse> {
    const config = await this.configs.create(tenant.id, { ...fields, criteria: targetCriteriaOf(criteria) });
    return TargetResolutionConfigResponse.of(config);
  }

  /** List target resolution configs, newest first */
  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiPage(TargetResolutionConfigResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: PageRequest,
  ): Promise<PageResponse<TargetResolutionConfigResponse>> {
    const list = this.configs.list(tenant.id);
    return readPage('target-resolution', query, list, (config) => TargetResolutionConfigResponse.of(config));
  }

  /** Read a target resolution config */
  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOkResponse({ type: TargetResolutionConfigResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<TargetResolutionConfigResponse> {
    return TargetResolutionConfigResponse.of(await this.configs.get(tenant.id, id));
  }

  /** Change a target resolution config; criteria are replaced as a whole */
  @Patch(':id')
  @WholeTenant()
  @ApiOkResponse({ type: TargetResolutionConfigResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() { criteria, ...fields }: UpdateTargetResolutionConfigRequest,
  ): Promise<TargetResolutionConfigResponse> {
    const changes = criteria === undefined ? fields : { ...fields, criteria: targetCriteriaOf(criteria) };
    return TargetResolutionConfigResponse.of(await this.configs.update(tenant.id, id, changes));
  }

  /** Delete a target resolution config; activities keep the target users they have */
  @Delete(':id')
  @WholeTenant()
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.configs.remove(tenant.id, id);
  }
}
