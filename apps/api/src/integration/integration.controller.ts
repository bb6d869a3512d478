import { type FeedItem, TaskFeed } from '@errand/activities';
import { invalidField } from '@errand/errors';
import { ResultTypesService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { TenantKeyOnly } from '../access/tenant-key-only.decorator';
import { ActivityResponse } from '../activities/activity.response';
import { ResultTypeResponse } from '../activity-config/result-type.response';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { readPageBy } from '../lists/read-page';
import { ApiProblems, resultCodes } from '../problems/api-problems.decorator';
import { ResultIntake } from '../results/result-intake.service';
import { codeField, codeOf, KeepsRawPayload, type SubmitResultRequest } from '../results/result.request';
import { ResultResponse } from '../results/result.response';
import { FieldResultRequest, toSubmitResult } from './field-result.request';
import { placeText, TaskFeedRequest, toTaskFilter } from './task-feed.request';

const byChange = { of: ({ place }: FeedItem) => placeText.of(place), is: placeText.is };

@ApiTags('integration')
@Controller('api/integration')
@TenantKeyOnly()
export class IntegrationController {
  constructor(
    private readonly feed: TaskFeed,
    private readonly intake: ResultIntake,
    private readonly types: ResultTypesService,
  ) {}

  @Get('activities/tasks')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({
    summary: 'Poll for tasks, the oldest change first',
    description:
      'For field systems. Read on with `nextCursor` until it is null; a task that changes meanwhile comes again at ' +
      'the end. The totals in `meta` are null.',
  })
  @ApiPage(ActivityResponse)
  @ApiProblems('SEARCH_TOO_BROAD')
  async tasks(
    @Query() { limit, cursor, ...filter }: TaskFeedRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<ActivityResponse>> {
    const wanted = { ...toTaskFilter(filter), scope };
    const rows = (slice: { before: string | undefined; limit: number }) => {
      const after = slice.before === undefined ? undefined : placeText.read(slice.before);
      return this.feed.read(tenant.id, wanted, after, slice.limit);
    };
    return readPageBy(byChange, 'tasks', { perPage: limit, cursor }, { rows }, ({ activity }) =>
      ActivityResponse.of(activity, isWhole),
    );
  }

  @Post('activity-results/tasks')
  @KeepsRawPayload()
  @RequirePermission('SUBMIT_ACTIVITY_RESULT')
  @ApiOperation({
    summary: 'Report what came of a task, in the words of field systems',
    description:
      'As `POST /api/activity-results` but for the status: the answer has the status it is kept as. Once the tenant ' +
      'has result types, `result` must be the code of an active one.',
  })
  @ApiCreatedResponse({ type: ResultResponse })
  @ApiProblems(404, 413, 415, ...resultCodes)
  async submit(
    @Body() body: FieldResultRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<ResultResponse> {
    const result = toSubmitResult(body);
    await this.refuseUnknownType(tenant.id, result);
    return this.intake.one(tenant.id, result, { actor, scope });
  }

  /** List the result types that can be named now, in alphabetical order */
  @Get('task-result-type-configs')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiPage(ResultTypeResponse)
  @ApiProblems()
  async resultTypes(@CurrentTenant() tenant: Tenant): Promise<PageResponse<ResultTypeResponse>> {
    return wholeList((await this.types.active(tenant.id)).map(ResultTypeResponse.of));
  }

  /** Free text, until the tenant says which types there are. @throws VALIDATION_FAILED */
  private async refuseUnknownType(tenantId: string, result: SubmitResultRequest): Promise<void> {
    const code = codeOf(result);
    if (code === null) return;
    const known = (await this.types.active(tenantId)).map((type) => type.code);
    if (known.length === 0 || known.includes(code)) return;
    throw invalidField(
      codeField(result),
      'is none of the tenant’s result types, which GET /api/integration/task-result-type-configs lists',
    );
  }
}
