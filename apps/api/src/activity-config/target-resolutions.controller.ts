import { TargetResolutionsService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { targetCriteriaOf } from './target-criterion.request';
import { CreateTargetResolutionRequest, UpdateTargetResolutionRequest } from './target-resolution.request';
import { TargetResolutionResponse } from './target-resolution.response';

@ApiTags('activity config')
@Controller('api/activity-config/target-resolution')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class TargetResolutionsController {
  constructor(private readonly resolutions: TargetResolutionsService) {}

  /** Set how activities find their target users */
  @Post()
  @ApiCreatedResponse({ type: TargetResolutionResponse })
  @ApiProblems(409)
  async create(
    @CurrentTenant() tenant: Tenant,
    @Body() { criteria = [], ...fields }: CreateTargetResolutionRequest,
  ): Promise<TargetResolutionResponse> {
    const resolution = await this.resolutions.create(tenant.id, { ...fields, criteria: targetCriteriaOf(criteria) });
    return TargetResolutionResponse.of(resolution);
  }

  /** List target resolutions, newest first */
  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiPage(TargetResolutionResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: PageRequest,
  ): Promise<PageResponse<TargetResolutionResponse>> {
    const list = this.resolutions.list(tenant.id);
    return readPage('target-resolution', query, list, (resolution) => TargetResolutionResponse.of(resolution));
  }

  /** Read a target resolution */
  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOkResponse({ type: TargetResolutionResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<TargetResolutionResponse> {
    return TargetResolutionResponse.of(await this.resolutions.get(tenant.id, id));
  }

  /** Change the fields given; criteria are replaced as a whole */
  @Patch(':id')
  @ApiOkResponse({ type: TargetResolutionResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() { criteria, ...fields }: UpdateTargetResolutionRequest,
  ): Promise<TargetResolutionResponse> {
    const changes = criteria === undefined ? fields : { ...fields, criteria: targetCriteriaOf(criteria) };
    return TargetResolutionResponse.of(await this.resolutions.update(tenant.id, id, changes));
  }

  /** Delete a target resolution; activities keep the target users they have */
  @Delete(':id')
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.resolutions.remove(tenant.id, id);
  }
}
