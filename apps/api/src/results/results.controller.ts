import { ActivityReader } from '@errand/activities';
import { notFound } from '@errand/errors';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { isBound, ScopeCheck } from '../access/scope-check';
import { ApiPage, CountedMetaResponse, type PageResponse } from '../lists/page.response';
import { readCountedPage } from '../lists/read-page';
import { ApiProblems, resultCodes } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { BulkResultsResponse } from './bulk-result.response';
import { ResultIntake } from './result-intake.service';
import { BulkResultsRequest, KeepsRawPayload, ListResultsRequest, SubmitResultRequest } from './result.request';
import { ResultResponse } from './result.response';

@ApiTags('activity results')
@Controller('api/activity-results')
export class ResultsController {
  constructor(
    private readonly intake: ResultIntake,
    private readonly reader: ActivityReader,
    private readonly scopes: ScopeCheck,
  ) {}

  @Post()
  @KeepsRawPayload()
  @RequirePermission('SUBMIT_ACTIVITY_RESULT')
  @ApiOperation({
    summary: 'Report what came of an activity',
    description:
      'One that comes while a call is running is kept and applied when it settles. Without an activity it stands ' +
      'alone on its commerce.',
  })
  @ApiCreatedResponse({ type: ResultResponse })
  @ApiProblems(404, 413, 415, ...resultCodes)
  async submit(
    @Body() body: SubmitResultRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<ResultResponse> {
    return this.intake.one(tenant.id, body, { actor, scope });
  }

  @Post('tasks')
  @KeepsRawPayload()
  @RequirePermission('SUBMIT_ACTIVITY_RESULT')
  @ApiOperation({ summary: 'Report what came of an activity, MESSAGE or TASK, at its other path' })
  @ApiCreatedResponse({ type: ResultResponse })
  @ApiProblems(404, 413, 415, ...resultCodes)
  async submitForTask(
    @Body() body: SubmitResultRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<ResultResponse> {
    return this.submit(body, tenant, actor, scope);
  }

  @Post('bulk')
  @KeepsRawPayload()
  @HttpCode(200)
  @RequirePermission('SUBMIT_ACTIVITY_RESULT')
  @ApiOperation({
    summary: 'Report up to 1,000 results',
    description: 'Each ends apart, as applied, held, standalone or invalid; those for one activity in their order.',
  })
  @ApiOkResponse({ type: BulkResultsResponse })
  @ApiProblems(413, 415)
  async submitMany(
    @Body() { results }: BulkResultsRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<BulkResultsResponse> {
    return { results: await this.intake.many(tenant.id, results, { actor, scope }) };
  }

  @Get()
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'List results, newest first' })
  @ApiPage(ResultResponse, CountedMetaResponse)
  @ApiProblems('SEARCH_TOO_BROAD')
  async list(
    @Query() query: ListResultsRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
  ): Promise<PageResponse<ResultResponse, CountedMetaResponse>> {
    const filter = { ...query, scope };
    return readCountedPage(
      'activity-results',
      query,
      {
        rows: (slice) => this.reader.results(tenant.id, filter, slice),
        count: (atMost) => this.reader.countResults(tenant.id, filter, atMost),
      },
      ResultResponse.of,
    );
  }

  @Get(':id')
  @RequirePermission('VIEW_ACTIVITIES')
  @ApiOperation({ summary: 'Read a result' })
  @ApiOkResponse({ type: ResultResponse })
  @ApiProblems(404)
  async get(@Id() id: string, @CurrentTenant() tenant: Tenant, @CurrentScope() scope: Scope): Promise<ResultResponse> {
    const row = await this.reader.result(tenant.id, id);
    const isOutside =
      isBound(scope) && row.activity_id !== null && !(await this.scopes.hasActivity(tenant.id, row.activity_id, scope));
    if (isOutside) throw notFound('Activity result', id);
    return ResultResponse.of(row);
  }
}
