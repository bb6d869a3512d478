import { RoutesService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { syncItems } from '../sync/sync-items';
import { SyncResponse } from '../sync/sync.response';
import { Id } from '../validation/id.decorator';
import { CreateRouteRequest, ListRoutesRequest, SyncRoutesRequest, UpdateRouteRequest } from './route.request';
import { RouteResponse } from './route.response';

@ApiTags('routes')
@Controller('api/routes')
@RequirePermission('MANAGE_ROUTES')
export class RoutesController {
  constructor(private readonly routes: RoutesService) {}

  @Post()
  @ApiProblems(409)
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateRouteRequest): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.create(tenant.id, body));
  }

  /** Newest first. */
  @Get()
  @RequirePermission('MANAGE_ROUTES', 'VIEW_ACTIVITIES')
  @ApiPage(RouteResponse)
  @ApiProblems()
  async list(@CurrentTenant() tenant: Tenant, @Query() query: ListRoutesRequest): Promise<PageResponse<RouteResponse>> {
    const { isActive, externalId, search } = query;
    const list = this.routes.list(tenant.id, { isActive, externalId, search });
    return readPage('routes', query, list, RouteResponse.of);
  }

  @Get(':id')
  @RequirePermission('MANAGE_ROUTES', 'VIEW_ACTIVITIES')
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.get(tenant.id, id));
  }

  /** Changes the fields given. */
  @Patch(':id')
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: UpdateRouteRequest,
  ): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.update(tenant.id, id, body));
  }

  /** 409 while activities refer to it. */
  @Delete(':id')
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.routes.remove(tenant.id, id);
  }

  /** Makes or updates up to 1,000 by externalId. Fields an item leaves out stay as they are. */
  @Post('sync')
  @HttpCode(200)
  @ApiProblems()
  async sync(@CurrentTenant() tenant: Tenant, @Body() { items }: SyncRoutesRequest): Promise<SyncResponse> {
    return syncItems(CreateRouteRequest, items, async (valid) => this.routes.sync(tenant.id, valid));
  }
}
