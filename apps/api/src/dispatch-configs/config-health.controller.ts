import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { ConfigsHealth } from './config-health';
import { ConfigHealthRequest, HEALTH_WINDOWS } from './config-health.request';
import { ConfigHealthResponse } from './config-health.response';

@ApiTags('dispatch configs')
@Controller('api/dispatch-configs')
@RequirePermission('VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG')
export class ConfigHealthController {
  constructor(private readonly health: ConfigsHealth) {}

  @Get('health')
  @ApiOperation({
    summary: 'Tell how each dispatch config does, by channel in the order of use',
    description: 'Attempts are at most 15 s behind; the rest is as it is at this moment.',
  })
  @ApiPage(ConfigHealthResponse)
  @ApiProblems()
  async list(
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @Query() { window = '1h' }: ConfigHealthRequest,
  ): Promise<PageResponse<ConfigHealthResponse>> {
    const all = await this.health.of(tenant.id, scope, HEALTH_WINDOWS[window]);
    return wholeList(all.map(ConfigHealthResponse.of));
  }
}
