import { ActivityReader } from '@errand/activities';
import { Payloads, Waiting } from '@errand/dispatch';
import type { Tenant } from '@errand/tenants';
import type { Scope } from '@errand/vocabulary';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { isUUID } from 'class-validator';
import { CurrentScope, CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ScopedSubject } from '../access/scoped-subject';
import { ApiPage, type PageResponse, wholeList } from '../lists/page.response';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ActivityChangesRequest } from './activity.request';
import { ActivityViews } from './activity-views.service';
import { ActivityChangesResponse, ActivityStateResponse } from './changes.response';
import { PayloadResponse } from './payload.response';
import { TimelineItemResponse } from './timeline.response';

/** Where the count of newer activities stops. */
const mostNewer = 100;

/** What people look at to follow activities. */
@ApiTags('activities')
@Controller('api/activities')
@RequirePermission('VIEW_ACTIVITIES')
@ScopedSubject('Activity')
export class ActivityInsightController {
  constructor(
    private readonly reader: ActivityReader,
    private readonly waiting: Waiting,
    private readonly payloads: Payloads,
    private readonly views: ActivityViews,
  ) {}

  @Get('changes')
  @ApiOperation({
    summary: 'Follow the activities of a list',
    description: 'The states of up to 100 that are shown, and how many newer ones the filters of the list let through.',
  })
  @ApiOkResponse({ type: ActivityChangesResponse })
  @ApiProblems('SEARCH_TOO_BROAD')
  async changes(
    @Query() { ids = [], newerThan, search, waiting: reasons, ...asked }: ActivityChangesRequest,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
  ): Promise<ActivityChangesResponse> {
    const slice = { before: undefined, offset: 0, limit: ids.length };
    const shown = ids.length > 0 ? await this.reader.list(tenant.id, { ids, scope }, slice) : [];
    const why = await this.waiting.of(tenant.id, shown);
    const data = shown.map((view) => ActivityStateResponse.of(view, why.get(view.id) ?? null));
    if (newerThan === undefined) return { data, newer: 0 };
    const waiting = reasons && (await this.waiting.filter(tenant.id, reasons));
    const since = isUUID(newerThan) ? newerThan : new Date(newerThan);
    const newer = { ...asked, waiting, scope, newerThan: since };
    const { filter } = await this.reader.search(tenant.id, search, newer);
    return { data, newer: await this.reader.count(tenant.id, filter, mostNewer) };
  }

  @Get(':id/timeline')
  @ApiOperation({
    summary: 'List all that happened to an activity, oldest first',
    description:
      'Its transitions, attempts, results, what webhooks were told of it and the activities that it is linked to, each as ' +
      'its own endpoint answers it; of results, webhooks and links the latest 1,000 each. Keys that are bound to a part ' +
      'of the tenant see no webhooks.',
  })
  @ApiPage(TimelineItemResponse)
  @ApiProblems(404, 'SEARCH_TOO_BROAD')
  async timeline(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @CurrentScope() scope: Scope,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<TimelineItemResponse>> {
    return wholeList(await this.views.timeline(tenant.id, id, scope, isWhole));
  }

  @Get(':id/payload')
  @ApiOperation({
    summary: 'Read what a provider would be sent of an activity now',
    description:
      'Payload v1, as far as what it needs was found; `attempt` is the last one, or 1. Contacts are masked for keys ' +
      'without `VIEW_CONTACTS` and `MANAGE_COMMERCES`.',
  })
  @ApiOkResponse({ type: PayloadResponse })
  @ApiProblems(404)
  async payload(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<PayloadResponse> {
    return PayloadResponse.of(await this.payloads.of(tenant.id, id), isWhole);
  }
}
