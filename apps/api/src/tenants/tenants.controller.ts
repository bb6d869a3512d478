import { Tenant, Tenants } from '@errand/tenants';
import { Body, Controller, Get, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { AnyKey, RequirePermission } from '../access/require-permission.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ChangeTenantRequest, CreateTenantRequest } from './tenant.request';
import { TenantResponse } from './tenant.response';

@ApiTags('tenants')
@Controller('api/tenants')
export class TenantsController {
  constructor(private readonly tenants: Tenants) {}

  @Post()
  @RequirePermission('MANAGE_TENANTS')
  @ApiOperation({
    summary: 'Create a tenant',
    description: 'With the platform key, as everything about other tenants.',
  })
  @ApiCreatedResponse({ type: TenantResponse })
  @ApiProblems(409)
  async create(@Body() body: CreateTenantRequest): Promise<TenantResponse> {
    return TenantResponse.of(await this.tenants.create(body));
  }

  @Get()
  @RequirePermission('MANAGE_TENANTS')
  @ApiOperation({ summary: 'List tenants, newest first' })
  @ApiPage(TenantResponse)
  @ApiProblems()
  async list(@Query() query: PageRequest): Promise<PageResponse<TenantResponse>> {
    const source = { rows: this.tenants.list.bind(this.tenants), count: this.tenants.count.bind(this.tenants) };
    return readPage('tenants', query, source, (tenant) => TenantResponse.of(tenant));
  }

  @Get('me')
  @AnyKey()
  @ApiOperation({ summary: 'Read the tenant that the key acts in' })
  @ApiOkResponse({ type: TenantResponse })
  @ApiProblems()
  me(@CurrentTenant() tenant: Tenant): TenantResponse {
    return TenantResponse.of(tenant);
  }

  @Get(':id')
  @RequirePermission('MANAGE_TENANTS')
  @ApiOperation({ summary: 'Read a tenant' })
  @ApiOkResponse({ type: TenantResponse })
  @ApiProblems(404)
  async get(@Id() id: string): Promise<TenantResponse> {
    return TenantResponse.of(await this.tenants.get(id));
  }

  @Patch(':id')
  @RequirePermission('MANAGE_TENANTS')
  @ApiOperation({ summary: 'Rename, pause, resume or configure a tenant' })
  @ApiOkResponse({ type: TenantResponse })
  @ApiProblems(404)
  async change(@Id() id: string, @Body() body: ChangeTenantRequest): Promise<TenantResponse> {
    return TenantResponse.of(await this.tenants.change(id, body));
  }
}
