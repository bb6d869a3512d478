import { SealedSecretError } from '@errand/crypto';
import { Breaker } from '@errand/dispatch';
import { type DispatchConfig, DispatchConfigs, Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ConfigCheck } from './config-check';
import { ConfigProbe } from './config-probe';
import {
  ChangeDispatchConfigRequest,
  CreateDispatchConfigRequest,
  DispatchConfigQuery,
} from './dispatch-config.request';
import { DispatchConfigDetailResponse, DispatchConfigResponse, ProbeResponse } from './dispatch-config.response';

@ApiTags('dispatch configs')
@Controller('api/dispatch-configs')
@RequirePermission('MANAGE_ACTIVITY_CONFIG')
export class DispatchConfigsController {
  constructor(
    private readonly configs: DispatchConfigs,
    private readonly check: ConfigCheck,
    private readonly tester: ConfigProbe,
    private readonly breaker: Breaker,
  ) {}

  @Post()
  @ApiOperation({
    summary: 'Create a dispatch config',
    description: 'Checked against the channel definition of its provider.',
  })
  @ApiCreatedResponse({ type: DispatchConfigResponse })
  @ApiProblems(409)
  async create(
    @CurrentTenant() tenant: Tenant,
    @Body() body: CreateDispatchConfigRequest,
  ): Promise<DispatchConfigResponse> {
    const [fields, credentials] = await this.check.forCreation(body);
    return this.response(await this.configs.create(tenant.id, fields, credentials));
  }

  @Get()
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'List dispatch configs, newest first' })
  @ApiPage(DispatchConfigResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @Query() { page, perPage, cursor, ...given }: DispatchConfigQuery,
  ): Promise<PageResponse<DispatchConfigResponse>> {
    const filter = { ...given, tenantId: tenant.id };
    const source = {
      rows: this.configs.list.bind(this.configs, filter),
      count: this.configs.count.bind(this.configs, filter),
    };
    return readPage('dispatch-configs', { page, perPage, cursor }, source, (config) => this.response(config));
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
  @ApiOperation({ summary: 'Read a dispatch config' })
  @ApiOkResponse({ type: DispatchConfigDetailResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<DispatchConfigDetailResponse> {
    const response = this.response(await this.configs.get(tenant.id, id));
    const outage = (await this.breaker.outages(tenant.id, [id])).get(id);
    if (!outage) return { ...response, outage: null };
    const { opened_at: since, probe_at: probeAt, error_code: code, error_message: message } = outage;
    return { ...response, outage: { since, probeAt, code, message } };
  }

  @Patch(':id')
  @ApiOperation({
    summary: 'Change, pause or resume a dispatch config',
    description: '`credentials` and `settings` replace the old ones whole; other fields change one by one.',
  })
  @ApiOkResponse({ type: DispatchConfigResponse })
  @ApiProblems(404, 409)
  async change(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: ChangeDispatchConfigRequest,
  ): Promise<DispatchConfigResponse> {
    const stored = await this.configs.get(tenant.id, id);
    const [fields, credentials] = await this.check.forChange(stored, body);
    return this.response(await this.configs.change(stored, fields, credentials));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete a dispatch config' })
  @ApiNoContentResponse()
  @ApiProblems(404)
  async delete(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<void> {
    await this.configs.delete(tenant.id, id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Make one probe call with a dispatch config',
    description: 'Sends a sample activity to the provider, paused or not. Its `metadata.probe` is `true`.',
  })
  @ApiOkResponse({ type: ProbeResponse })
  @ApiProblems(404)
  async probe(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<ProbeResponse> {
    return this.tester.probe(await this.configs.get(tenant.id, id));
  }

  private response(config: DispatchConfig): DispatchConfigResponse {
    try {
      return DispatchConfigResponse.of(config, Object.keys(this.configs.openCredentials(config)));
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      return DispatchConfigResponse.of(config, null);
    }
  }
}
