import { type ActionRecord, patienceMs, ScheduledActions, ScheduledSending } from '@errand/actions';
import { SETTINGS, type Settings } from '@errand/config';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, Delete, Get, HttpCode, Inject, Patch, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ScopedSubject } from '../access/scoped-subject';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { type ListSource, readPage } from '../lists/read-page';
import { ApiProblems, sendNowCodes } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { validationFailed } from '../validation/request.pipe';
import { ApiOutcome } from './action.schema';
import { taggedOnly, writeOutcome } from './outcome.response';
import { tooFarAhead } from './read-action';
import { ListScheduledRequest, RescheduleActionRequest } from './scheduled-action.request';
import { ScheduledActionResponse } from './scheduled-action.response';
import { TaggedOnly } from './tagged-only.decorator';

@ApiTags('actions')
@Controller('v1/scheduled')
@ScopedSubject('Scheduled action')
export class ScheduledActionsController {
  constructor(
    private readonly scheduled: ScheduledActions,
    private readonly sending: ScheduledSending,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List scheduled actions, newest first' })
  @ApiPage(ScheduledActionResponse)
  @ApiProblems()
  async list(
    @Query() query: ListScheduledRequest,
    @CurrentTenant() { id }: Tenant,
    @CurrentScope() scope: Scope,
  ): Promise<PageResponse<ScheduledActionResponse>> {
    const { action_type: actionType, scheduled_from: scheduledFrom, scheduled_to: scheduledTo, ...others } = query;
    const filter = { ...others, actionType, scheduledFrom, scheduledTo, scope };
    const source: ListSource<ActionRecord> = {
      rows: (slice) => this.scheduled.list(id, filter, slice),
      count: () => this.scheduled.count(id, filter),
    };
    return readPage('scheduled-actions', query, source, ScheduledActionResponse.of);
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'Read a scheduled action' })
  @ApiOkResponse({ type: ScheduledActionResponse })
  @ApiProblems(404)
  async get(@Id() id: string, @CurrentTenant() tenant: Tenant): Promise<ScheduledActionResponse> {
    return ScheduledActionResponse.of(await this.scheduled.get(tenant.id, id));
  }

  @Patch(':id')
  @RequirePermission('CREATE_ACTIVITY')
  @ApiOperation({
    summary: 'Send a scheduled action at another time',
    description: 'Before it is sent and not while it is.',
  })
  @ApiOkResponse({ type: ScheduledActionResponse })
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT')
  async reschedule(
    @Id() id: string,
    @Body() { scheduled_for }: RescheduleActionRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<ScheduledActionResponse> {
    const problems = tooFarAhead('scheduled_for', scheduled_for, this.settings.ruleMaxDelaySeconds);
    if (problems.length > 0) throw validationFailed(problems);
    return ScheduledActionResponse.of(await this.scheduled.reschedule(tenant.id, id, scheduled_for));
  }

  @Delete(':id')
  @RequirePermission('CANCEL_ACTIVITY')
  @ApiOperation({
    summary: 'Cancel a scheduled action',
    description: 'Of a cancel and a send that race exactly one happens.',
  })
  @ApiOkResponse({ type: ScheduledActionResponse })
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT')
  async cancel(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
  ): Promise<ScheduledActionResponse> {
    return ScheduledActionResponse.of(await this.scheduled.cancel(tenant.id, id, actor));
  }

  @Post(':id/fire')
  @HttpCode(200)
  @RequirePermission('DISPATCH_ACTIVITY')
  @ApiOperation({ summary: 'Send a scheduled action now', description: 'Answers the outcome, as a dispatch does.' })
  @ApiOutcome()
  @ApiProblems(404, 429, 503, ...sendNowCodes)
  async fire(@Id() id: string, @CurrentTenant() tenant: Tenant, @TaggedOnly() isTaggedOnly: boolean): Promise<object> {
    const outcome = await this.scheduled.fire(tenant.id, id, performance.now() + patienceMs);
    const written = writeOutcome(outcome, { isSending: this.sending.isOn });
    return isTaggedOnly ? taggedOnly(written) : written;
  }
}
