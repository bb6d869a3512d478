import { randomUUID } from 'node:crypto';
import { SETTINGS, type Settings } from '@errand/config';
import { Clock } from '@errand/database';
import { refusalOfModified } from '@errand/actions';
import { evaluate, Moment, Rules, RuleSets, type Verdict } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Get, HttpCode, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiBody, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { refusalOfPayload } from '../actions/judged-action.request';
import { labelsOf, readAlong, refuseOtherTenant } from '../actions/read-action';
import { IgnoresBody } from '../http/ignored-body';
import { ApiProblems } from '../problems/api-problems.decorator';
import { JudgeActionRequest, SwitchRuleRequest } from './gateway-rule.request';
import {
  GatewayRuleResponse,
  JudgementResponse,
  ReloadedRulesResponse,
  SwitchedRuleResponse,
} from './gateway-rule.response';

/** The rules on the wire of the action gateway’s clients. Their own, with all there is to a rule, is `/api/rules`. */
@ApiTags('actions')
@Controller('v1/rules')
export class GatewayRulesController {
  constructor(
    private readonly rules: Rules,
    private readonly ruleSets: RuleSets,
    private readonly clock: Clock,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List all rules in the order in which they are asked' })
  @ApiOkResponse({ type: [GatewayRuleResponse] })
  @ApiProblems()
  async list(@CurrentTenant() tenant: Tenant): Promise<GatewayRuleResponse[]> {
    return (await this.rules.inOrder(tenant.id)).map(GatewayRuleResponse.of);
  }

  @Put(':name/enabled')
  @WholeTenant()
  @RequirePermission('MANAGE_RULES')
  @ApiOperation({
    summary: 'Switch a rule on or off',
    description: 'It is stored, and in force in every process at once.',
  })
  @ApiOkResponse({ type: SwitchedRuleResponse })
  @ApiProblems(404, 409)
  async switch(
    @Param('name') name: string,
    @Body() { enabled }: SwitchRuleRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
  ): Promise<SwitchedRuleResponse> {
    const { id } = await this.rules.named(tenant.id, name);
    await this.rules.change(tenant.id, id, { enabled }, actor);
    return { name, enabled, status: 'updated' };
  }

  @Post('reload')
  @WholeTenant()
  @HttpCode(200)
  @IgnoresBody()
  @RequirePermission('MANAGE_RULES')
  @ApiOperation({
    summary: 'Read the rules anew',
    description: 'They are in force as soon as they are saved, so nothing needs this; a body is ignored.',
  })
  @ApiOkResponse({ type: ReloadedRulesResponse })
  @ApiProblems()
  async reload(@CurrentTenant() { id }: Tenant): Promise<ReloadedRulesResponse> {
    this.ruleSets.forget(id);
    const { rules } = await this.ruleSets.of(id);
    const errors = rules.flatMap(({ name, problem }) => (problem === null ? [] : [`${name}: ${problem}`]));
    return { reloaded: rules.length, loaded: rules.length, errors, directory: null };
  }

  @Post('evaluate')
  @HttpCode(200)
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @ApiOperation({
    summary: 'Ask the rules as gateways do what they would do with an action; nothing is stored or sent',
  })
  @ApiBody({ type: JudgeActionRequest })
  @ApiOkResponse({ type: JudgementResponse })
  @ApiProblems()
  async evaluate(@Body() body: unknown, @CurrentTenant() tenant: Tenant): Promise<JudgementResponse> {
    const asked = readAlong(JudgeActionRequest, body);
    refuseOtherTenant(asked.tenant, tenant);
    const { payload = null, provider } = asked;
    const action = {
      id: asked.id ?? randomUUID(),
      namespace: asked.namespace ?? 'default',
      tenant: tenant.code,
      ...{ provider, payload, actionType: asked.action_type, metadata: labelsOf(asked.metadata ?? {}) },
    };
    const moment = new Moment(asked.evaluate_at ?? this.clock.now());
    const { timezone = 'UTC' } = tenant.settings;
    const refusalOf = (verdict: Verdict) =>
      refusalOfModified(payload, verdict, (modified) =>
        refusalOfPayload(modified, action.metadata, this.settings.maxActivityBytes),
      );
    const asking = { includeDisabled: asked.include_disabled ?? false, askAll: asked.evaluate_all ?? false };
    const how = { timezone, ...asking, refusalOf };
    const [compiled, rules] = await Promise.all([this.ruleSets.of(tenant.id), this.rules.inOrder(tenant.id)]);
    const evaluation = evaluate(compiled, { action, now: moment.now, ...how });
    const wanted = { delaySeconds: asked.delay_seconds ?? null, scheduledAt: asked.scheduled_at ?? null };
    return JudgementResponse.of(evaluation, { rules, payload, wanted, moment, timezone });
  }
}
