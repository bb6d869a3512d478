import { CommercesService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { MasterDataSync } from '../sync/master-data-sync.service';
import { SyncResponse } from '../sync/sync.response';
import { Id } from '../validation/id.decorator';
import {
  CreateCommerceRequest,
  ListCommercesRequest,
  SyncCommercesRequest,
  UpdateCommerceRequest,
} from './commerce.request';
import { CommerceResponse } from './commerce.response';

@ApiTags('commerces')
@Controller('api/commerces')
@RequirePermission('MANAGE_COMMERCES')
export class CommercesController {
  constructor(
    private readonly commerces: CommercesService,
    private readonly masterDataSync: MasterDataSync,
  ) {}

  /** Create a commerce, with its users and their contacts */
  @Post()
  @ApiCreatedResponse({ type: CommerceResponse })
  @ApiProblems(409)
  async create(@CurrentTenant() tenant: Tenant, @Body() body: CreateCommerceRequest): Promise<CommerceResponse> {
    return CommerceResponse.of(await this.commerces.create(tenant.id, body), true);
  }

  /** List commerces, newest first */
  @Get()
  @RequirePermission('MANAGE_COMMERCES', 'VIEW_ACTIVITIES')
  @ApiPage(CommerceResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: ListCommercesRequest,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<CommerceResponse>> {
    const { isActive, externalId, search } = query;
    const list = this.commerces.list(tenant.id, { isActive, externalId, search });
    return readPage('commerces', query, list, (commerce) => CommerceResponse.of(commerce, isWhole));
  }

  /** Read a commerce */
  @Get(':id')
  @RequirePermission('MANAGE_COMMERCES', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: CommerceResponse })
  @ApiProblems(404)
  async get(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @SeesContacts() isWhole: boolean,
  ): Promise<CommerceResponse> {
    return CommerceResponse.of(await this.commerces.get(tenant.id, id), isWhole);
  }

  /** Change a commerce */
  @Patch(':id')
  @ApiOkResponse({ type: CommerceResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: UpdateCommerceRequest,
  ): Promise<CommerceResponse> {
    return CommerceResponse.of(await this.commerces.update(tenant.id, id, body), true);
  }

  /** Delete a commerce and its users; 409 while activities refer to it */
  @Delete(':id')
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.commerces.remove(tenant.id, id);
  }

  @Post('sync')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make or update up to 1,000 commerces by externalId',
    description: `Fields an item leaves out stay as they are. Its users are found by externalId, those without one by
name, their contacts by type and value. Users and contacts that an item does not name are kept.`,
  })
  @ApiOkResponse({ type: SyncResponse })
  @ApiProblems()
  async sync(@CurrentTenant() tenant: Tenant, @Body() { items }: SyncCommercesRequest): Promise<SyncResponse> {
    return this.masterDataSync.commerces(tenant.id, items);
  }
}
