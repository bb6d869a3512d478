import { Backlog } from '@errand/activities';
import { Clock, inParallel } from '@errand/database';
import { Statistics } from '@errand/statistics';
import { ApiKeys, type Tenant, Tenants } from '@errand/tenants';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { RequirePermission } from '../access/require-permission.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { TenantStatResponse } from './tenant-stats.response';

/** The others have the rest of the connections meanwhile. */
const tenantsAtOnce = 2;

@ApiTags('tenants')
@Controller('api/tenants')
export class TenantStatsController {
  constructor(
    private readonly tenants: Tenants,
    private readonly keys: ApiKeys,
    private readonly backlog: Backlog,
    private readonly statistics: Statistics,
    private readonly clock: Clock,
  ) {}

  @Get('stats')
  @RequirePermission('MANAGE_TENANTS')
  @ApiOperation({
    summary: 'Tell what each tenant has open and how many of its activities failed, newest tenant first',
    description: 'Failures are at most 15 s behind; the rest is as it is at this moment.',
  })
  @ApiPage(TenantStatResponse)
  @ApiProblems()
  async list(@Query() query: PageRequest): Promise<PageResponse<TenantStatResponse>> {
    const source = { rows: this.tenants.list.bind(this.tenants), count: this.tenants.count.bind(this.tenants) };
    const read = await readPage('tenants', query, source, (tenant) => tenant);
    return { ...read, data: await inParallel(tenantsAtOnce, read.data, async (tenant) => this.statsOf(tenant)) };
  }

  private async statsOf({ id, code, status }: Tenant): Promise<TenantStatResponse> {
    const { queued, waiting, inFlight, unresolved } = await this.backlog.open(id);
    const { FAILED: failed } = await this.statistics.byStatus(id, this.clock.daysAgo(1), this.clock.now());
    return {
      ...{ tenantId: id, code, status },
      open: queued + waiting + inFlight + unresolved,
      oldestDueSince: await this.backlog.oldestDueSince(id),
      failed24h: failed.now,
      keys: await this.keys.countUsable(id),
    };
  }
}
