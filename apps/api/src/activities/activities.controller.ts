import { ActivityReader, Lifecycle, Redrive, ResolutionByHand, laneOf } from '@errand/activities';
import type { Slice } from '@errand/database';
import { DispatchNow, Waiting } from '@errand/dispatch';
import { invalidField } from '@errand/errors';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ScopeCheck } from '../access/scope-check';
import { ScopedSubject } from '../access/scoped-subject';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { readCountedPage } from '../lists/read-page';
import { ApiProblems, sendNowCodes } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import {
  AssignTargetUserRequest,
  ListActivitiesRequest,
  RedriveRequest,
  RescheduleActivityRequest,
} from './activity.request';
import {
  ActivitiesMetaResponse,
  ActivityDetailResponse,
  ListedActivityResponse,
  maskedAttributes,
} from './activity.response';
import { RedriveResponse } from './bulk.response';
import { ActivityViews } from './activity-views.service';
import {
  AttemptResponse,
  attemptsOf,
  AttributeResponse,
  StatusEventResponse,
  TargetUserResponse,
  transitionsOf,
} from './history.response';

@ApiTags('activities')
@Controller('api/activities')
@ScopedSubject('Activity')
export class ActivitiesController {
  constructor(
    private readonly reader: ActivityReader,
    private readonly lifecycle: Lifecycle,
    private readonly resolution: ResolutionByHand,
    private readonly redrives: Redrive,
    private readonly dispatchNow: DispatchNow,
    private readonly waiting: Waiting,
    private readonly views: ActivityViews,
    private readonly scopes: ScopeCheck,
  ) {}

  @Get()
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List activities, newest first' })
  @ApiPage(ListedActivityResponse, ActivitiesMetaResponse)
  @ApiProblems('SEARCH_TOO_BROAD')
  async list(
    @Query() query: ListActivitiesRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<ListedActivityResponse, ActivitiesMetaResponse>> {
    const { page: _page, perPage: _perPage, cursor: _cursor, total: _total, ...filters } = query;
    const { search, include = [], waiting: reasons, ...asked } = filters;
    const waiting = reasons && (await this.waiting.filter(tenant.id, reasons));
    const { filter, matchedBy } = await this.reader.search(tenant.id, search, { ...asked, waiting, scope });
    const source = {
      rows: async (slice: Slice) => this.reader.list(tenant.id, filter, slice),
      count: async (atMost?: number) => this.reader.count(tenant.id, filter, atMost),
    };
    const { data, meta, nextCursor } = await readCountedPage('activities', query, source, (view) => view);
    const why = include.length > 0 ? await this.waiting.of(tenant.id, data) : undefined;
    const shown = data.map((view) => ListedActivityResponse.of(view, isWhole, why));
    return { data: shown, meta: { ...meta, matchedBy }, nextCursor };
  }

  @Post('redrive')
  @HttpCode(200)
  @RequirePermission('REDRIVE_ACTIVITY')
  @ApiOperation({
    summary: 'Repeat FAILED activities',
    description:
      'Makes a new activity of each, linked by `retryOf` and `redrivenAs`. Each is redriven once, so that a call that ' +
      'broke off can be made again; a large redrive goes on while `remaining` is not 0.',
  })
  @ApiOkResponse({ type: RedriveResponse })
  @ApiProblems('SEARCH_TOO_BROAD')
  async redrive(
    @Body() { ids, filter, dryRun = false, limit = 1000, ...options }: RedriveRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
    @SeesContacts() isWhole: boolean,
  ): Promise<RedriveResponse> {
    if (!ids === !filter) throw invalidField('ids', 'or filter must be given, and not both');
    const which = { ids, filter };
    const how = { dryRun, limit, ...options, scope };
    return RedriveResponse.of(await this.redrives.redrive(tenant.id, which, how, actor), isWhole);
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({
    summary: 'Read an activity',
    description:
      'A READY one says in `waitingFor` why it was not sent yet; `dispatchConfig` is by which config it is sent, and why.',
  })
  @ApiOkResponse({ type: ActivityDetailResponse })
  @ApiProblems(404)
  async get(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<ActivityDetailResponse> {
    return this.views.detail(tenant.id, id, isWhole);
  }

  @Get(':id/status-events')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List the transitions of an activity, oldest first' })
  @ApiPage(StatusEventResponse)
  @ApiProblems(404)
  async statusEvents(@Id() id: string, @CurrentTenant() tenant: Tenant): Promise<PageResponse<StatusEventResponse>> {
    return wholeList(transitionsOf(await this.reader.events(tenant.id, id)));
  }

  @Get(':id/attempts')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List the attempts of an activity, oldest first' })
  @ApiPage(AttemptResponse)
  @ApiProblems(404)
  async attempts(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<AttemptResponse>> {
    return wholeList(attemptsOf(await this.reader.events(tenant.id, id), isWhole));
  }

  @Get(':id/attributes')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List the attributes of an activity and how each was resolved' })
  @ApiPage(AttributeResponse)
  @ApiProblems(404)
  async attributes(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<AttributeResponse>> {
    const attributes = await this.reader.attributes(tenant.id, id);
    const shown = isWhole ? attributes : maskedAttributes(await this.reader.get(tenant.id, id), attributes);
    return wholeList(shown.map(AttributeResponse.of));
  }

  @Get(':id/target-users')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List whom an activity addresses and why' })
  @ApiPage(TargetUserResponse)
  @ApiProblems(404)
  async targetUsers(@Id() id: string, @CurrentTenant() tenant: Tenant): Promise<PageResponse<TargetUserResponse>> {
    return wholeList((await this.reader.get(tenant.id, id)).target_users.map(TargetUserResponse.of));
  }

  @Patch(':id')
  @RequirePermission('CREATE_ACTIVITY')
  @ApiOperation({ summary: 'Reschedule or rescore an activity', description: 'While READY and not in flight.' })
  @ApiOkResponse({ type: ActivityDetailResponse })
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT')
  async reschedule(
    @Id() id: string,
    @Body() body: RescheduleActivityRequest,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<ActivityDetailResponse> {
    const isEmpty = Object.values(body).every((value) => value === undefined);
    if (isEmpty) throw invalidField('scheduledAt', 'or score or suggestedExecutionTime must be given');
    await this.lifecycle.reschedule(tenant.id, id, body);
    return this.get(id, tenant, isWhole);
  }

  @Patch(':id/cancel')
  @RequirePermission('CANCEL_ACTIVITY')
  @ApiOperation({
    summary: 'Cancel an activity before it is sent',
    description: 'Of a cancel and a send that race exactly one happens; 409 `IN_FLIGHT` while a call is running.',
  })
  @ApiOkResponse({ type: ActivityDetailResponse })
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT')
  async cancel(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @SeesContacts() isWhole: boolean,
  ): Promise<ActivityDetailResponse> {
    await this.lifecycle.cancel(tenant.id, id, actor);
    return this.get(id, tenant, isWhole);
  }

  @Patch(':id/retry-resolution')
  @RequirePermission('CREATE_ACTIVITY')
  @ApiOperation({
    summary: 'Resolve an UNRESOLVED activity again',
    description: 'It becomes READY or stays UNRESOLVED.',
  })
  @ApiOkResponse({ type: ActivityDetailResponse })
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT')
  async retryResolution(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @SeesContacts() isWhole: boolean,
  ): Promise<ActivityDetailResponse> {
    await this.resolution.retry(tenant.id, id, actor);
    return this.get(id, tenant, isWhole);
  }

  @Patch(':id/target-users/:targetUserId/resolve')
  @RequirePermission('CREATE_ACTIVITY')
  @ApiOperation({ summary: 'Assign a target user of an activity by hand', description: 'Before the activity is sent.' })
  @ApiPage(TargetUserResponse)
  @ApiProblems(404, 'INVALID_TRANSITION', 'IN_FLIGHT', 'CONFLICT')
  async assignTargetUser(
    @Id() id: string,
    @Id('targetUserId') targetUserId: string,
    @Body() { commerceUserId }: AssignTargetUserRequest,
    @CurrentTenant() tenant: Tenant,
  ): Promise<PageResponse<TargetUserResponse>> {
    await this.resolution.assign(tenant.id, id, targetUserId, commerceUserId);
    return this.targetUsers(id, tenant);
  }

  @Post(':id/dispatch')
  @HttpCode(200)
  @RequirePermission('DISPATCH_ACTIVITY')
  @ApiOperation({
    summary: 'Send an activity now and answer the attempt',
    description: 'Same claim and limits as the dispatcher.',
  })
  @ApiOkResponse({ type: AttemptResponse })
  @ApiProblems(404, 429, 503, ...sendNowCodes)
  async dispatch(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @SeesContacts() isWhole: boolean,
  ): Promise<AttemptResponse> {
    const view = await this.reader.get(tenant.id, id);
    await this.scopes.expectSending(tenant.id, view, scope);
    return AttemptResponse.of(await this.dispatchNow.send(laneOf(tenant.id, view), id), isWhole);
  }

  @Post('tasks/:id/dispatch')
  @HttpCode(204)
  @RequirePermission('DISPATCH_ACTIVITY')
  @ApiOperation({
    summary: 'Send an activity now and answer nothing',
    description: 'As `/api/activities/:id/dispatch`, without an answer.',
  })
  @ApiNoContentResponse()
  @ApiProblems(404, 429, 503, ...sendNowCodes)
  async dispatchTask(@Id() id: string, @CurrentTenant() tenant: Tenant, @CurrentScope() scope: Scope): Promise<void> {
    await this.dispatch(id, tenant, scope, false);
  }
}
