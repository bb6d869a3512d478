import { ApiKeys, Tenant } from '@errand/tenants';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Access } from '../access/access';
import { CurrentAccess, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { CreateApiKeyRequest } from './api-key.request';
import { ApiKeyResponse, CreatedApiKeyResponse } from './api-key.response';

@ApiTags('api keys')
@Controller('api/api-keys')
@RequirePermission('MANAGE_API_KEYS')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeys) {}

  @Post()
  @ApiOperation({ summary: 'Create an API key', description: 'Its text is in this answer and nowhere else.' })
  @ApiCreatedResponse({ type: CreatedApiKeyResponse })
  @ApiProblems('LIMIT_REACHED')
  async create(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() { permissions }: Access,
    @Body() body: CreateApiKeyRequest,
  ): Promise<CreatedApiKeyResponse> {
    const { key, plaintextKey } = await this.apiKeys.create(tenant.id, body, permissions);
    return { ...ApiKeyResponse.of(key), plaintextKey };
  }

  @Get()
  @ApiOperation({ summary: 'List API keys, newest first, revoked ones included' })
  @ApiPage(ApiKeyResponse)
  @ApiProblems()
  async list(@CurrentTenant() { id }: Tenant, @Query() query: PageRequest): Promise<PageResponse<ApiKeyResponse>> {
    const source = {
      rows: this.apiKeys.list.bind(this.apiKeys, id),
      count: this.apiKeys.count.bind(this.apiKeys, id),
    };
    return readPage('api-keys', query, source, (key) => ApiKeyResponse.of(key));
  }

  @Get(':id')
  @ApiOperation({ summary: 'Read an API key' })
  @ApiOkResponse({ type: ApiKeyResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<ApiKeyResponse> {
    return ApiKeyResponse.of(await this.apiKeys.get(tenant.id, id));
  }

  @Post(':id/revoke')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Revoke an API key for good',
    description: 'It stops working within a second. Revoking it again changes nothing.',
  })
  @ApiOkResponse({ type: ApiKeyResponse })
  @ApiProblems(404)
  async revoke(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<ApiKeyResponse> {
    return ApiKeyResponse.of(await this.apiKeys.revoke(tenant.id, id));
  }
}
