import { invalidField } from '@errand/errors';
import { RuleHits } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { RuleStatsRequest } from './rule-stats.request';
import { RuleStatResponse } from './rule-stats.response';

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
export class RuleStatsController {
  constructor(private readonly hits: RuleHits) {}

  /** Tell how often each rule has decided and when last, by verdict, most hits first and at most 15 s behind */
  @Get('stats')
  @WholeTenant()
  @ApiPage(RuleStatResponse)
  @ApiProblems()
  async stats(
    @CurrentTenant() tenant: Tenant,
    @Query() { from, to }: RuleStatsRequest,
  ): Promise<PageResponse<RuleStatResponse>> {
    if (to <= from) throw invalidField('to', 'must be after from');
    return wholeList((await this.hits.sums(tenant.id, from, to)).map(RuleStatResponse.of));
  }
}
