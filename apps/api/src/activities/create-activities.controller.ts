import type { Tenant } from '@errand/tenants';
import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { Access } from '../access/access';
import { CurrentAccess, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { Unaudited } from '../audit/acting-caller';
import { ApiProblems } from '../problems/api-problems.decorator';
import { ActivityIntake, type Intake } from './activity-intake.service';
import { ActivityResponse } from './activity.response';
import { BulkCreateResponse } from './bulk.response';
import { BulkCreateRequest, CreateActivityRequest, CreateTaskRequest } from './create-activity.request';
import { IdempotencyKey } from './idempotency-key.decorator';

const replayed = { 'Idempotent-Replayed': { schema: { type: 'string' as const, enum: ['true'] } } };
const idempotencyHeader = {
  name: 'idempotency-key',
  required: false,
  description: 'In place of the field `idempotencyKey`: ASCII, given once; quotes around it are no part of it.',
};

@ApiTags('activities')
@RequirePermission('CREATE_ACTIVITY')
@Unaudited()
@Controller('api/activities')
export class CreateActivitiesController {
  constructor(private readonly intake: ActivityIntake) {}

  @Post()
  @ApiOperation({
    summary: 'Create an activity',
    description:
      'It is sent as soon as `scheduledAt` has come. What cannot be resolved (whom it addresses, what it carries) ' +
      'makes it UNRESOLVED; it is never dropped. The tenant’s rules judge it before it is stored.',
  })
  @ApiHeader(idempotencyHeader)
  @ApiBody({ type: CreateActivityRequest })
  @ApiCreatedResponse({ type: ActivityResponse })
  @ApiOkResponse({ type: ActivityResponse, headers: replayed, description: 'It was created before with this key.' })
  @ApiProblems(404, 413, 415, 422, 429, 'SUPPRESSED_BY_RULE')
  async create(
    @Body() body: unknown,
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActivityResponse> {
    return answer(await this.intake.one(tenant, CreateActivityRequest, body, key, access), reply);
  }

  @Post('tasks')
  @ApiOperation({ summary: 'Create a TASK', description: 'The same, and `type` may be left out.' })
  @ApiHeader(idempotencyHeader)
  @ApiBody({ type: CreateTaskRequest })
  @ApiCreatedResponse({ type: ActivityResponse })
  @ApiOkResponse({ type: ActivityResponse, headers: replayed, description: 'It was created before with this key.' })
  @ApiProblems(404, 413, 415, 422, 429, 'SUPPRESSED_BY_RULE')
  async createTask(
    @Body() body: unknown,
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
    @IdempotencyKey() key: string | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ActivityResponse> {
    return answer(await this.intake.one(tenant, CreateTaskRequest, body, key, access), reply);
  }

  @Post('bulk')
  @HttpCode(200)
  @ApiOperation({
    summary: 'Create up to 1,000 activities',
    description: 'Each ends apart, as created, duplicate or invalid; a bad one never rejects the others.',
  })
  @ApiOkResponse({ type: BulkCreateResponse })
  @ApiProblems(413, 415)
  async createMany(
    @Body() { activities }: BulkCreateRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentAccess() access: Access,
  ): Promise<BulkCreateResponse> {
    return { results: await this.intake.many(tenant, activities, access) };
  }
}

function answer({ activity, isReplay }: Intake, reply: FastifyReply): ActivityResponse {
  if (isReplay) void reply.status(200).header('Idempotent-Replayed', 'true');
  return activity;
}
