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
import { CreateApiKeyRequest, RotateApiKeyRequest } from './api-key.request';
import { ApiKeyResponse, CreatedApiKeyResponse } from './api-key.response';

@ApiTags('api keys')
@Controller('api/api-keys')
@RequirePermission('MANAGE_API_KEYS')
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeys) {}

  @Post()
  @ApiOperation({
    summary: 'Create an API key',
    description:
      'Its text is in this answer and nowhere else. It has at most the permissions, the scope and the life of the key ' +
      'that asks, and ends with that.',
  })
  @ApiCreatedResponse({ type: CreatedApiKeyResponse })
  @ApiProblems(404, 'LIMIT_REACHED')
  async create(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() { keyId }: Access,
    @Body() body: CreateApiKeyRequest,
  ): Promise<CreatedApiKeyResponse> {
    return CreatedApiKeyResponse.ofIssued(await this.apiKeys.create(tenant.id, body, keyId));
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
    summary: 'Revoke an API key for good, and all that were made by it',
    description: 'They stop working at once. Revoking it again changes nothing; a stronger key is refused.',
  })
  @ApiOkResponse({ type: ApiKeyResponse })
  @ApiProblems(404)
  async revoke(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() { keyId }: Access,
    @Id() id: string,
  ): Promise<ApiKeyResponse> {
    return ApiKeyResponse.of(await this.apiKeys.revoke(tenant.id, id, keyId));
  }

  @Post(':id/rotate')
  @ApiOperation({
    summary: 'Replace an API key by one of the same permissions, scope and life',
    description:
      'Its text is in this answer and nowhere else. The old key goes on for `graceSeconds`, and never longer than it ' +
      'would have; the keys that it made belong to the new one. A stronger key is refused.',
  })
  @ApiCreatedResponse({ type: CreatedApiKeyResponse })
  @ApiProblems(404, 409, 'LIMIT_REACHED')
  async rotate(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() { keyId }: Access,
    @Id() id: string,
    @Body() { graceSeconds = 86_400 }: RotateApiKeyRequest,
  ): Promise<CreatedApiKeyResponse> {
    return CreatedApiKeyResponse.ofIssued(await this.apiKeys.rotate(tenant.id, id, graceSeconds, keyId));
  }
}
