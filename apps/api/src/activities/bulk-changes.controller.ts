import { Lifecycle, ResolutionByHand } from '@errand/activities';
import { invalidField } from '@errand/errors';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentActor, CurrentScope, CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiProblems } from '../problems/api-problems.decorator';
import { BulkChangeRequest } from './activity.request';
import { BulkChangeResponse } from './bulk.response';
import { type BulkChange, BulkChanges } from './bulk-changes.service';

@ApiTags('activities')
@Controller('api/activities')
export class BulkChangesController {
  constructor(
    private readonly bulk: BulkChanges,
    private readonly lifecycle: Lifecycle,
    private readonly resolution: ResolutionByHand,
  ) {}

  @Post('bulk-cancel')
  @HttpCode(200)
  @RequirePermission('CANCEL_ACTIVITY')
  @ApiOperation({
    summary: 'Cancel READY activities',
    description:
      'By ids or filter, each as if it were canceled alone; what is being sent is passed over. Go on with `before` while ' +
      '`next` is not null.',
  })
  @ApiOkResponse({ type: BulkChangeResponse })
  @ApiProblems('SEARCH_TOO_BROAD')
  async cancel(
    @Body() body: BulkChangeRequest,
    @CurrentTenant() { id: tenantId }: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<BulkChangeResponse> {
    const change = async (id: string) => {
      await this.lifecycle.cancel(tenantId, id, actor);
      return null;
    };
    return this.make(tenantId, { from: 'READY', change }, body, scope);
  }

  @Post('bulk-retry-resolution')
  @HttpCode(200)
  @RequirePermission('CREATE_ACTIVITY')
  @ApiOperation({
    summary: 'Resolve UNRESOLVED activities again',
    description:
      'By ids or filter, each as if it were resolved alone: `done` are those that became READY, and `skipped` counts the ' +
      'others by what is still missing. Go on with `before` while `next` is not null.',
  })
  @ApiOkResponse({ type: BulkChangeResponse })
  @ApiProblems('SEARCH_TOO_BROAD')
  async retryResolution(
    @Body() body: BulkChangeRequest,
    @CurrentTenant() { id: tenantId }: Tenant,
    @CurrentActor() actor: string,
    @CurrentScope() scope: Scope,
  ): Promise<BulkChangeResponse> {
    const change = async (id: string) => (await this.resolution.retry(tenantId, id, actor))?.code ?? null;
    return this.make(tenantId, { from: 'UNRESOLVED', change }, body, scope);
  }

  private async make(
    tenantId: string,
    change: BulkChange,
    { ids, filter, before, dryRun = false, limit = 1000 }: BulkChangeRequest,
    scope: Scope,
  ): Promise<BulkChangeResponse> {
    if (!ids === !filter) throw invalidField('ids', 'or filter must be given, and not both');
    return this.bulk.make(tenantId, change, { ids, filter, before }, { dryRun, limit, scope });
  }
}
