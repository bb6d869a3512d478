import { ScheduledSending } from '@errand/actions';
import { notFound } from '@errand/errors';
import { Backfill, Occurrences, type RecurringAction, RecurringActions } from '@errand/recurring';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ScopeCheck } from '../access/scope-check';
import { ScopedSubject } from '../access/scoped-subject';
import { refuseOtherTenant } from '../actions/read-action';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { OccurrenceListResponse, OccurrenceViewResponse } from './occurrence.response';
import { readChanges, readRecurring, readSchedule } from './read-recurring';
import {
  BackfillRequest,
  ChangeRecurringRequest,
  CreateRecurringRequest,
  ListRecurringRequest,
  NextTimesRequest,
  OccurrencesQueryRequest,
  PreviewRecurringRequest,
  RecurringScopeRequest,
} from './recurring.request';
import {
  BackfillResponse,
  NextTimesResponse,
  RecurringActionResponse,
  RecurringListResponse,
} from './recurring.response';

@ApiTags('recurring actions')
@Controller('v1/recurring')
@ScopedSubject('Recurring action')
@RequirePermission('CREATE_ACTIVITY')
export class RecurringController {
  constructor(
    private readonly recurring: RecurringActions,
    private readonly occurrences: Occurrences,
    private readonly backfills: Backfill,
    private readonly sending: ScheduledSending,
    private readonly scopes: ScopeCheck,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Do an action again and again', description: 'At the times of a cron expression.' })
  @ApiCreatedResponse({ type: RecurringActionResponse })
  @ApiProblems(404, 'LIMIT_REACHED')
  async create(
    @Body() body: CreateRecurringRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() within: Scope,
  ): Promise<RecurringActionResponse> {
    refuseOtherTenant(body.tenant, tenant);
    const fields = readRecurring(body);
    await this.scopes.expectTarget(tenant.id, fields.provider, within);
    return this.shown(await this.recurring.create(tenant.id, fields), tenant);
  }

  @Get()
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List recurring actions, newest first' })
  @ApiOkResponse({ type: RecurringListResponse })
  @ApiProblems()
  async list(
    @Query() query: ListRecurringRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() within: Scope,
  ): Promise<RecurringListResponse> {
    const { limit = 100, offset = 0, status, namespace } = query;
    refuseOtherTenant(query.tenant, tenant);
    const providers = await this.scopes.targets(tenant.id, within);
    const filter = { ...(status && { status }), ...(namespace && { namespace }), ...(providers && { providers }) };
    const { recurring, count } = await this.recurring.list(tenant.id, filter, { offset, limit });
    return { recurring_actions: recurring.map((row) => this.shown(row, tenant)), count };
  }

  @Post('preview')
  @HttpCode(200)
  @RequirePermission('VIEW_ACTIVITIES', 'CREATE_ACTIVITY')
  @ApiOperation({
    summary: 'Tell when a recurring action would be done',
    description: 'Nothing is stored. Refused as where one is made.',
  })
  @ApiOkResponse({ type: NextTimesResponse })
  @ApiProblems()
  preview(@Body() body: PreviewRecurringRequest, @CurrentTenant() _tenant: Tenant): NextTimesResponse {
    const schedule = readSchedule(body);
    const asked = { from: body.from ?? undefined, count: body.count ?? 10 };
    return NextTimesResponse.of(schedule, this.recurring.preview(schedule, asked));
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'Read a recurring action' })
  @ApiOkResponse({ type: RecurringActionResponse })
  @ApiProblems(404)
  async get(
    @Id() id: string,
    @Query() scope: RecurringScopeRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecurringActionResponse> {
    return this.shown(await this.find(id, scope, tenant), tenant);
  }

  @Put(':id')
  @ApiOperation({ summary: 'Change a recurring action, as PATCH does' })
  @ApiOkResponse({ type: RecurringActionResponse })
  @ApiProblems(404)
  async put(
    @Id() id: string,
    @Body() body: ChangeRecurringRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() within: Scope,
  ): Promise<RecurringActionResponse> {
    return this.change(id, body, tenant, within);
  }

  @Patch(':id')
  @ApiOperation({ summary: 'Change a recurring action', description: 'Another expression or zone counts from now on.' })
  @ApiOkResponse({ type: RecurringActionResponse })
  @ApiProblems(404)
  async change(
    @Id() id: string,
    @Body() body: ChangeRecurringRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() within: Scope,
  ): Promise<RecurringActionResponse> {
    await this.find(id, body, tenant);
    const changes = readChanges(body);
    if (changes.provider !== undefined) await this.scopes.expectTarget(tenant.id, changes.provider, within);
    return this.shown(await this.recurring.change(tenant.id, id, changes), tenant);
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    summary: 'Delete a recurring action with its history',
    description: 'The activities that were made stay.',
  })
  @ApiProblems(404)
  async remove(
    @Id() id: string,
    @Query() scope: RecurringScopeRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<void> {
    await this.find(id, scope, tenant);
    await this.recurring.delete(tenant.id, id);
  }

  @Post(':id/pause')
  @HttpCode(200)
  @ApiOperation({ summary: 'Pause a recurring action', description: '409 unless it is active.' })
  @ApiOkResponse({ type: RecurringActionResponse })
  @ApiProblems(404, 'INVALID_STATE')
  async pause(
    @Id() id: string,
    @Body() scope: RecurringScopeRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecurringActionResponse> {
    await this.find(id, scope, tenant);
    return this.shown(await this.recurring.pause(tenant.id, id), tenant);
  }

  @Post(':id/resume')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Resume a recurring action with its next time from now',
    description: '409 unless it is paused.',
  })
  @ApiOkResponse({ type: RecurringActionResponse })
  @ApiProblems(404, 'INVALID_STATE')
  async resume(
    @Id() id: string,
    @Body() scope: RecurringScopeRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<RecurringActionResponse> {
    await this.find(id, scope, tenant);
    return this.shown(await this.recurring.resume(tenant.id, id), tenant);
  }

  @Post(':id/backfill')
  @HttpCode(200)
  @ApiOperation({ summary: 'Fire occurrences of the past that were not', description: 'Each happens once.' })
  @ApiOkResponse({ type: BackfillResponse })
  @ApiProblems(404, 'INVALID_STATE')
  async backfill(
    @Id() id: string,
    @Body() { from, to, limit = 100, dry_run: isDryRun = false, ...scope }: BackfillRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
  ): Promise<BackfillResponse> {
    await this.find(id, scope, tenant);
    return BackfillResponse.of(id, await this.backfills.run(tenant.id, id, { from, to, limit, isDryRun }, actor));
  }

  @Get(':id/next')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({
    summary: 'Tell when a recurring action is done next',
    description: 'From `next_execution_at` on, until its end or as often as it may; never while it is paused.',
  })
  @ApiOkResponse({ type: NextTimesResponse })
  @ApiProblems(404)
  async next(
    @Id() id: string,
    @Query() { count = 10, ...scope }: NextTimesRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<NextTimesResponse> {
    const recurring = await this.find(id, scope, tenant);
    return NextTimesResponse.of(recurring, this.recurring.upcoming(recurring, count));
  }

  @Get(':id/occurrences')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List what became of each time so far, latest first' })
  @ApiOkResponse({ type: OccurrenceListResponse })
  @ApiProblems(404)
  async history(
    @Id() id: string,
    @Query() { limit = 100, offset = 0, ...scope }: OccurrencesQueryRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<OccurrenceListResponse> {
    await this.find(id, scope, tenant);
    const { occurrences, count } = await this.occurrences.list(tenant.id, id, { offset, limit });
    return { occurrences: occurrences.map(OccurrenceViewResponse.of), count };
  }

  /** @throws FORBIDDEN, NOT_FOUND also where another namespace is named than its own */
  private async find(id: string, scope: RecurringScopeRequest, tenant: Tenant): Promise<RecurringAction> {
    refuseOtherTenant(scope.tenant, tenant);
    const found = await this.recurring.get(tenant.id, id);
    if (scope.namespace && scope.namespace !== found.namespace) throw notFound('Recurring action', id);
    return found;
  }

  private shown(recurring: RecurringAction, tenant: Tenant): RecurringActionResponse {
    return RecurringActionResponse.of(recurring, tenant.code, this.sending.isOn);
  }
}
