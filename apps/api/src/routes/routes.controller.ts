import { RoutesService } from '@errand/master-data';
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
import { CreateRouteRequest, ListRoutesRequest, SyncRoutesRequest, UpdateRouteRequest } from './route.request';
import { RouteResponse } from './route.response';

@ApiTags('routes')
@Controller('api/routes')
@RequirePermission('MANAGE_ROUTES')
export class RoutesController {
  constructor(
    private readonly routes: RoutesService,
    private readonly masterDataSync: MasterDataSync,
  ) {}

  /** Create a route */
  @Post()
  @ApiCreatedResponse({ type: RouteResponse })
  @ApiProblems(409)
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateRouteRequest): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.create(tenant.id, body));
  }

  /** List routes, newest first */
  @Get()
  @RequirePermission('MANAGE_ROUTES', 'VIEW_ACTIVITIES')
  @ApiPage(RouteResponse)
  @ApiProblems()
  async list(@CurrentTenant() tenant: Tenant, @Query() query: ListRoutesRequest): Promise<PageResponse<RouteResponse>> {
    const { isActive, externalId, search } = query;
    const list = this.routes.list(tenant.id, { isActive, externalId, search });
    return readPage('routes', query, list, (route) => RouteResponse.of(route));
  }

  /** Read a route */
  @Get(':id')
  @RequirePermission('MANAGE_ROUTES', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: RouteResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.get(tenant.id, id));
  }

  /** Change a route */
  @Patch(':id')
  @ApiOkResponse({ type: RouteResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: UpdateRouteRequest,
  ): Promise<RouteResponse> {
    return RouteResponse.of(await this.routes.update(tenant.id, id, body));
  }

  /** Delete a route; 409 while activities refer to it */
  @Delete(':id')
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.routes.remove(tenant.id, id);
  }

  /** Make or update up to 1,000 routes by externalId; fields an item leaves out stay as they are */
  @Post('sync')
  @HttpCode(200)
  @ApiOkResponse({ type: SyncResponse })
  @ApiProblems()
  async sync(@CurrentTenant() tenant: Tenant, @Body() { items }: SyncRoutesRequest): Promise<SyncResponse> {
    return this.masterDataSync.routes(tenant.id, items);
  }
}
