import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { refusalOfModified } from '@errand/actions';
import { type CompiledRuleSet, evaluate, Rules, RuleSets, type Verdict } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { refusalOfPayload } from '../actions/judged-action.request';
import { ApiProblems } from '../problems/api-problems.decorator';
import { draftFile } from './draft.request';
import { EvaluateRulesRequest, readEvaluated } from './evaluation.request';
import { EvaluationResponse } from './evaluation.response';

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
export class EvaluationsController {
  constructor(
    private readonly rules: Rules,
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Ask the rules, or a draft of them, what they would do with an action; nothing is stored or sent */
  @Post('evaluate')
  @HttpCode(200)
  @ApiOkResponse({ type: EvaluationResponse })
  @ApiProblems('INVALID_RULE')
  async evaluate(
    @CurrentTenant() tenant: Tenant,
    @Body() { action: given, at, includeDisabled = false, rules: draft }: EvaluateRulesRequest,
  ): Promise<EvaluationResponse> {
    const now = at ?? this.clock.now();
    const { action, wanted } = readEvaluated(given, tenant);
    const { timezone } = tenant.settings;
    const refusalOf = (verdict: Verdict) =>
      refusalOfModified(action.payload, verdict, (payload) =>
        refusalOfPayload(payload, action.metadata, this.settings.maxActivityBytes),
      );
    const ask = (rules: CompiledRuleSet) => evaluate(rules, { action, now, timezone, includeDisabled, refusalOf });
    const evaluation =
      draft === undefined
        ? ask(await this.ruleSets.of(tenant.id))
        : await this.rules.withDraft(tenant.id, draftFile(draft), ask);
    return EvaluationResponse.of(evaluation, now, wanted);
  }
}
