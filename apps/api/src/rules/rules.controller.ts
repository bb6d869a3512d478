import { Rules } from '@errand/rules';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { CreateRuleRequest, ListRulesRequest, UpdateRuleRequest } from './rule.request';
import { RuleResponse, RuleVersionResponse } from './rule.response';

@ApiTags('rules')
@Controller('api/rules')
@RequirePermission('MANAGE_RULES')
export class RulesController {
  constructor(private readonly rules: Rules) {}

  /** Create a rule */
  @Post()
  @WholeTenant()
  @ApiCreatedResponse({ type: RuleResponse })
  @ApiProblems(409, 'LIMIT_REACHED', 'INVALID_RULE')
  async create(
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @Body() body: CreateRuleRequest,
  ): Promise<RuleResponse> {
    return RuleResponse.of(await this.rules.create(tenant.id, { ...body }, actor));
  }

  /** List rules, newest first or in the order in which they are asked */
  @Get()
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @ApiPage(RuleResponse)
  @ApiProblems()
  async list(@CurrentTenant() tenant: Tenant, @Query() query: ListRulesRequest): Promise<PageResponse<RuleResponse>> {
    const { enabled, sort } = query;
    const filter = { tenantId: tenant.id, ...(enabled === undefined ? {} : { enabled }) };
    const list = sort === 'asked' ? 'listAsked' : 'list';
    const source = {
      rows: this.rules[list].bind(this.rules, filter),
      count: this.rules.count.bind(this.rules, filter),
    };
    return readPage(sort === 'asked' ? 'rules asked' : 'rules', query, source, RuleResponse.of);
  }

  /** Read a rule */
  @Get(':id')
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: RuleResponse })
  @ApiProblems(404)
  async get(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<RuleResponse> {
    return RuleResponse.of(await this.rules.get(tenant.id, id));
  }

  /** Read every saved version of a rule, newest first, of a deleted one too */
  @Get(':id/versions')
  @RequirePermission('MANAGE_RULES', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: [RuleVersionResponse] })
  @ApiProblems(404)
  async versions(@CurrentTenant() tenant: Tenant, @Id() id: string): Promise<RuleVersionResponse[]> {
    return (await this.rules.versions(tenant.id, id)).map(RuleVersionResponse.of);
  }

  /** Change a rule; `enabled` switches the rule on and off */
  @Patch(':id')
  @WholeTenant()
  @ApiOkResponse({ type: RuleResponse })
  @ApiProblems(404, 409, 'INVALID_RULE')
  async change(
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @Id() id: string,
    @Body() body: UpdateRuleRequest,
  ): Promise<RuleResponse> {
    return RuleResponse.of(await this.rules.change(tenant.id, id, { ...body }, actor));
  }

  /** Delete a rule; its versions stay readable */
  @Delete(':id')
  @WholeTenant()
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @CurrentActor() actor: string, @Id() id: string): Promise<void> {
    await this.rules.remove(tenant.id, id, actor);
  }
}
