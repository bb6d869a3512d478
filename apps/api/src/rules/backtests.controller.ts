import { Backtests } from '@errand/actions';
import { SETTINGS, type Settings } from '@errand/config';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { refusalOfPayload } from '../actions/judged-action.request';
import { ApiProblems } from '../problems/api-problems.decorator';
import { BacktestRequest } from './backtest.request';
import { BacktestResponse } from './backtest.response';
import { draftFile } from './draft.request';

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
export class BacktestsController {
  constructor(
    private readonly backtests: Backtests,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Judge the newest actions by a draft and tell what would become another verdict; nothing is stored or sent */
  @Post('backtest')
  @HttpCode(200)
  @ApiOkResponse({ type: BacktestResponse })
  @ApiProblems('INVALID_RULE')
  async backtest(
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @Body() { rules, sample = 200 }: BacktestRequest,
  ): Promise<BacktestResponse> {
    const refusalOf = (payload: unknown, metadata: object) =>
      refusalOfPayload(payload, metadata, this.settings.maxActivityBytes);
    return this.backtests.run(tenant, draftFile(rules), { sample, scope, refusalOf });
  }
}
