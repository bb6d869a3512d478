import { invalidField } from '@errand/errors';
import { OutboundHttp } from '@errand/outbound';
import { AttributePoliciesService } from '@errand/resolution';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { allowedUrl } from '../validation/allowed-url';
import { type AttributeHookRequest, SaveAttributePolicyRequest } from './attribute-policy.request';
import { AttributePolicyResponse } from './attribute-policy.response';
import { readKeyedPage } from './read-keyed-page';

@ApiTags('activity config')
@Controller('api/activity-config/attribute-policies')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class AttributePoliciesController {
  constructor(
    private readonly policies: AttributePoliciesService,
    private readonly http: OutboundHttp,
  ) {}

  /** It takes the place of the policy that the key has. The secret that signs the hook’s calls is shown once, when it is new. */
  @ApiOperation({ summary: 'Set how an attribute gets its value' })
  @Post()
  @WholeTenant()
  @HttpCode(200)
  @ApiOkResponse({ type: AttributePolicyResponse })
  @ApiProblems('LIMIT_REACHED', 'BLOCKED_ADDRESS')
  async save(
    @CurrentTenant() tenant: Tenant,
    @Body() body: SaveAttributePolicyRequest,
  ): Promise<AttributePolicyResponse> {
    const { key, strategy, resolver, fallback = null } = body;
    const hook = await this.checkedHook(body);
    const { policy, newSecret } = await this.policies.save(tenant.id, { key, strategy, resolver, hook, fallback });
    return AttributePolicyResponse.of(policy, newSecret);
  }

  /** List attribute policies in the order of their keys */
  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiPage(AttributePolicyResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() query: PageRequest,
  ): Promise<PageResponse<AttributePolicyResponse>> {
    const list = this.policies.list(tenant.id);
    return readKeyedPage('attribute-policies', query, list, (policy) => AttributePolicyResponse.of(policy));
  }

  /** Read the policy of a key */
  @Get(':key')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOkResponse({ type: AttributePolicyResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Param('key') key: string): Promise<AttributePolicyResponse> {
    return AttributePolicyResponse.of(await this.policies.get(tenant.id, key));
  }

  /** Delete the policy of a key */
  @Delete(':key')
  @WholeTenant()
  @HttpCode(204)
  @ApiProblems(404)
  async remove(@CurrentTenant() tenant: Tenant, @Param('key') key: string): Promise<void> {
    await this.policies.remove(tenant.id, key);
  }

  private async checkedHook({ resolver, hook }: SaveAttributePolicyRequest): Promise<AttributeHookRequest | null> {
    if (resolver !== 'CLIENT_HOOK') {
      if (hook) throw invalidField('hook', 'must be given with the resolver CLIENT_HOOK only');
      return null;
    }
    if (!hook) throw invalidField('hook', 'is required with the resolver CLIENT_HOOK');
    return { ...hook, url: allowedUrl(this.http, 'hook.url', hook.url) };
  }
}
