import { AttributeKeysService } from '@errand/resolution';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { CreateAttributeKeyRequest, UpdateAttributeKeyRequest } from './attribute-key.request';
import { AttributeKeyResponse } from './attribute-key.response';
import { readKeyedPage } from './read-keyed-page';

@ApiTags('activity config')
@Controller('api/activity-config/attribute-keys')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class AttributeKeysController {
  constructor(private readonly keys: AttributeKeysService) {}

  /** Name an attribute key */
  @Post()
  @WholeTenant()
  @ApiCreatedResponse({ type: AttributeKeyResponse })
  @ApiProblems(409, 'LIMIT_REACHED')
  async create(
    @CurrentTenant() tenant: Tenant,
    @Body() body: CreateAttributeKeyRequest,
  ): Promise<AttributeKeyResponse> {
    return AttributeKeyResponse.of(await this.keys.create(tenant.id, body));
  }

  /** List attribute keys in alphabetical order */
  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiPage(AttributeKeyResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: PageRequest,
  ): Promise<PageResponse<AttributeKeyResponse>> {
    const list = this.keys.list(tenant.id);
    return readKeyedPage('attribute-keys', query, list, (key) => AttributeKeyResponse.of(key));
  }

  /** Change an attribute key */
  @Patch(':key')
  @WholeTenant()
  @ApiOkResponse({ type: AttributeKeyResponse })
  @ApiProblems(404)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Param('key') key: string,
    @Body() body: UpdateAttributeKeyRequest,
  ): Promise<AttributeKeyResponse> {
    return AttributeKeyResponse.of(await this.keys.update(tenant.id, key, body));
  }

  /** Delete an attribute key; activities keep the values they have */
  @Delete(':key')
  @WholeTenant()
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Param('key') key: string): Promise<void> {
    await this.keys.remove(tenant.id, key);
  }
}
