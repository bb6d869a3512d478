import { Backlog } from '@errand/activities';
import { Statistics } from '@errand/statistics';
import { Injectable } from '@nestjs/common';
import { OpenResponse, type OverviewResponse, StatusChangeResponse } from './statistics.response';

/** What a tenant has open, and what a range brought beside the one before it. */
@Injectable()
export class Overview {
  constructor(
    private readonly statistics: Statistics,
    private readonly backlog: Backlog,
  ) {}

  async of(tenantId: string, from: Date, to: Date): Promise<OverviewResponse> {
    const open = await this.backlog.open(tenantId);
    return {
      open: OpenResponse.of(open),
      oldestDueSince: await this.backlog.oldestDueSince(tenantId),
      awaitingResult: open.dispatched,
      unresolvedBy: await this.backlog.unresolvedByCode(tenantId),
      byStatus: StatusChangeResponse.ofEach(await this.statistics.byStatus(tenantId, from, to)),
    };
  }
}
