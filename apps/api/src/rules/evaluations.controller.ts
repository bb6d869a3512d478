import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { refusalOfModified } from '@errand/actions';
import { evaluate, RuleSets, type Verdict } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { refusalOfPayload } from '../actions/judged-action.request';
import { ApiProblems } from '../problems/api-problems.decorator';
import { EvaluateRulesRequest, readEvaluated } from './evaluation.request';
import { EvaluationResponse } from './evaluation.response';

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
export class EvaluationsController {
  constructor(
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Ask the rules what they would do with an action; nothing is stored or sent */
  @Post('evaluate')
  @HttpCode(200)
  @ApiOkResponse({ type: EvaluationResponse })
  @ApiProblems()
  async evaluate(
    @CurrentTenant() tenant: Tenant,
    @Body() { action: given, at, includeDisabled = false }: EvaluateRulesRequest,
  ): Promise<EvaluationResponse> {
    const now = at ?? this.clock.now();
    const { action, wanted } = readEvaluated(given, tenant);
    const { timezone } = tenant.settings;
    const rules = await this.ruleSets.of(tenant.id);
    const refusalOf = (verdict: Verdict) =>
      refusalOfModified(action.payload, verdict, (payload) =>
        refusalOfPayload(payload, action.metadata, this.settings.maxActivityBytes),
      );
    return EvaluationResponse.of(evaluate(rules, { action, now, timezone, includeDisabled, refusalOf }), now, wanted);
  }
}
