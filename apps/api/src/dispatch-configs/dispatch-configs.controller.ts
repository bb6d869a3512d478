import { isDeepStrictEqual } from 'node:util';
import { ProviderAccounts } from '@errand/callbacks';
import { SealedSecretError } from '@errand/crypto';
import { Breaker, ChosenConfigs } from '@errand/dispatch';
import { type DispatchConfig, DispatchConfigs, Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { type Access, isPermitted } from '../access/access';
import { CurrentAccess, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { expectConfig, expectNewConfig, hasConfig } from '../access/scope-check';
import { ScopedSubject } from '../access/scoped-subject';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ConfigCheck } from './config-check';
import { ConfigTrials } from './config-trials';
import {
  ChangeDispatchConfigRequest,
  CreateDispatchConfigRequest,
  DispatchConfigQuery,
} from './dispatch-config.request';
import { DispatchConfigDetailResponse, DispatchConfigResponse, OutageResponse } from './dispatch-config.response';

@ApiTags('dispatch configs')
@Controller('api/dispatch-configs')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
@ScopedSubject('Dispatch config')
export class DispatchConfigsController {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly check: ConfigCheck,
    private readonly trials: ConfigTrials,
    private readonly breaker: Breaker,
    private readonly chosen: ChosenConfigs,
    private readonly accounts: ProviderAccounts,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Create a dispatch config',
    description:
      'Checked against the channel definition of its provider. `channelUses` says whether the channel’s activities go by ' +
      'it from now on, or by which other config, and why.',
  })
  @ApiCreatedResponse({ type: DispatchConfigDetailResponse })
  @ApiProblems(409, 'LIMIT_REACHED', 'BLOCKED_ADDRESS')
  async create(
    @CurrentTenant() tenant: Tenant,
    @Body() body: CreateDispatchConfigRequest,
    @CurrentAccess() access: Access,
  ): Promise<DispatchConfigDetailResponse> {
    expectNewConfig(body, access.scope);
    const [fields, credentials] = await this.check.forCreation(body);
    return this.detail(await this.configs.create(tenant.id, fields, credentials), access);
  }

  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'List dispatch configs, newest first' })
  @ApiPage(DispatchConfigResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() { page, perPage, cursor, ...given }: DispatchConfigQuery,
    @CurrentAccess() access: Access,
  ): Promise<PageResponse<DispatchConfigResponse>> {
    const filter = { ...given, tenantId: tenant.id, scope: access.scope };
    const source = {
      rows: this.configs.list.bind(this.configs, filter),
      count: this.configs.count.bind(this.configs, filter),
    };
    const read = await readPage('dispatch-configs', { page, perPage, cursor }, source, (config) => config);
    return { ...read, data: await Promise.all(read.data.map((config) => this.response(config, access))) };
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'Read a dispatch config' })
  @ApiOkResponse({ type: DispatchConfigDetailResponse })
  @ApiProblems(404)
  async get(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @CurrentAccess() access: Access,
  ): Promise<DispatchConfigDetailResponse> {
    return this.detail(await this.configs.get(tenant.id, id), access);
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change, pause or resume a dispatch config',
    description:
      '`credentials` and `settings` replace the old ones whole; other fields change one by one. Another provider, another ' +
      'origin of `baseUrl` or another setting that decides where calls go needs `credentials` again. A new `baseUrl`, ' +
      '`credentials` or `settings` ends an outage of kind MISCONFIGURED.',
  })
  @ApiOkResponse({ type: DispatchConfigDetailResponse })
  @ApiProblems(404, 409, 'BLOCKED_ADDRESS', 'CREDENTIALS_REQUIRED')
  async change(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: ChangeDispatchConfigRequest,
    @CurrentAccess() access: Access,
  ): Promise<DispatchConfigDetailResponse> {
    const stored = await this.configs.get(tenant.id, id);
    expectConfig({ id, channel: body.channel ?? stored.channel }, access.scope);
    const [fields, credentials] = await this.check.forChange(stored, body);
    const changed = await this.configs.change(stored, fields, credentials);
    if (isAnotherAccount(stored, changed)) await this.breaker.end(changed, ['MISCONFIGURED']);
    return this.detail(changed, access);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a dispatch config' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async delete(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.configs.delete(tenant.id, id);
  }

  @Post(':id/rotate-callback')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Give a dispatch config a new callback URL',
    description:
      'The one before is 404 at once: tell the provider the new one, unless each message carries it. Needs no ' +
      'credentials.',
  })
  @ApiOkResponse({ type: DispatchConfigDetailResponse })
  @ApiProblems(404, 409)
  async rotateCallback(
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @Id() id: string,
  ): Promise<DispatchConfigDetailResponse> {
    const rotated = await this.configs.rotateCallback(await this.configs.get(tenant.id, id));
    return this.detail(rotated, access);
  }

  private async detail(config: DispatchConfig, access: Access): Promise<DispatchConfigDetailResponse> {
    const { tenantId, id, channel } = config;
    const outage = (await this.breaker.outages(tenantId, [id])).get(id);
    const used = await this.chosen.ofLane({ tenantId, channel, pinnedConfigId: null });
    const channelUses = used && hasConfig(access.scope, { id: used.id, channel }) ? used : null;
    const warnings = await this.trials.warnings(tenantId, config);
    const shown = await this.response(config, access);
    return { ...shown, outage: outage ? OutageResponse.of(outage) : null, channelUses, warnings };
  }

  private async response(config: DispatchConfig, access: Access): Promise<DispatchConfigResponse> {
    const mayKnow = isPermitted(access, 'MANAGE_ACTIVITY_CONFIG');
    const credentialFields = unlessSealed(async () => Object.keys(this.configs.openCredentials(config)));
    const callbackUrl = mayKnow ? unlessSealed(() => this.accounts.callbackUrl(config)) : null;
    return DispatchConfigResponse.of(config, await credentialFields, await callbackUrl);
  }
}

/** @returns null for what no key of the ring opens */
async function unlessSealed<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof SealedSecretError)) throw error;
    return null;
  }
}

/** Whether what the provider found wrong may be right now. */
function isAnotherAccount(before: DispatchConfig, after: DispatchConfig): boolean {
  const accountOf = ({ baseUrl, sealedCredentials, settings }: DispatchConfig) => [
    baseUrl,
    sealedCredentials,
    settings,
  ];
  return !isDeepStrictEqual(accountOf(before), accountOf(after));
}
