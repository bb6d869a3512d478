import { Backlog } from '@errand/activities';
import { invalidField } from '@errand/errors';
import { Statistics } from '@errand/statistics';
import type { Tenant } from '@errand/tenants';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Overview } from './overview.service';
import {
  ActivityStatsRequest,
  FailureStatsRequest,
  ScheduledStatsRequest,
  StatsRangeRequest,
} from './statistics.request';
import {
  ActivityStatsResponse,
  FailureStatResponse,
  OverviewResponse,
  ScheduledStatResponse,
} from './statistics.response';

/** Sums are kept so long. */
const mostDays = 400;
const dayMs = 86_400_000;

@ApiTags('statistics')
@Controller('api/stats')
@RequirePermission('VIEW_ACTIVITIES')
@WholeTenant()
export class StatisticsController {
  constructor(
    private readonly statistics: Statistics,
    private readonly backlog: Backlog,
    private readonly overviews: Overview,
  ) {}

  @Get('overview')
  @ApiOperation({
    summary: 'Tell what is open, and what a range brought beside the one before it',
    description: 'At most 15 s behind, and what is open not at all. A range is of 400 days at most.',
  })
  @ApiOkResponse({ type: OverviewResponse })
  @ApiProblems()
  async overview(@CurrentTenant() { id }: Tenant, @Query() range: StatsRangeRequest): Promise<OverviewResponse> {
    expectShort(range);
    return this.overviews.of(id, range.from, range.to);
  }

  @Get('activities')
  @ApiOperation({
    summary: 'Count transitions to a status over time',
    description:
      'At most 15 s behind; kept for 400 days. A creation is a transition too. An hour is of the day in which it begins.',
  })
  @ApiOkResponse({ type: ActivityStatsResponse })
  @ApiProblems()
  async activities(
    @CurrentTenant() { id, settings }: Tenant,
    @Query() { from, to, step = '1h', by = 'status', timezone = settings.timezone }: ActivityStatsRequest,
  ): Promise<ActivityStatsResponse> {
    expectRange({ from, to });
    return ActivityStatsResponse.of(await this.statistics.transitions(id, from, to, { step, by, timezone }));
  }

  @Get('failures')
  @ApiOperation({
    summary: 'Tell why attempts failed, by error code and dispatch config, most first',
    description: 'At most 15 s behind; kept for 400 days, of which a range is of all at most.',
  })
  @ApiPage(FailureStatResponse)
  @ApiProblems()
  async failures(
    @CurrentTenant() { id }: Tenant,
    @Query() { from, to, limit = 10 }: FailureStatsRequest,
  ): Promise<PageResponse<FailureStatResponse>> {
    expectShort({ from, to });
    return wholeList((await this.statistics.failures(id, from, to, limit)).map(FailureStatResponse.of));
  }

  @Get('scheduled')
  @ApiOperation({
    summary: 'Count what waits for its time, by when that comes and channel',
    description:
      'As it is at this moment: READY activities that were not tried yet and are not due. Buckets without any are left out.',
  })
  @ApiPage(ScheduledStatResponse)
  @ApiProblems('SEARCH_TOO_BROAD')
  async scheduled(
    @CurrentTenant() { id, settings }: Tenant,
    @Query() { from, to, step = '1h', timezone = settings.timezone, channel }: ScheduledStatsRequest,
  ): Promise<PageResponse<ScheduledStatResponse>> {
    expectRange({ from, to });
    const edges = this.statistics.edges(step, timezone, from, to);
    return wholeList((await this.backlog.scheduled(id, edges, channel)).map(ScheduledStatResponse.of));
  }
}

function expectRange({ from, to }: StatsRangeRequest): void {
  if (to <= from) throw invalidField('to', 'must be after from');
}

function expectShort({ from, to }: StatsRangeRequest): void {
  expectRange({ from, to });
  if (to.getTime() - from.getTime() > mostDays * dayMs)
    throw invalidField('from', `must be at most ${mostDays} days before to`);
}
