import { CommerceSyncService, OperatorsService, RoutesService } from '@errand/master-data';
import { LOGGER, type Logger } from '@errand/telemetry';
import { Inject, Injectable } from '@nestjs/common';
import { CreateCommerceRequest } from '../commerces/commerce.request';
import { CreateOperatorRequest } from '../operators/operator.request';
import { CreateRouteRequest } from '../routes/route.request';
import { syncItems } from './sync-items';
import type { SyncResponse } from './sync.response';

const itemClasses = { commerces: CreateCommerceRequest, operators: CreateOperatorRequest, routes: CreateRouteRequest };

/** Makes or updates master data by externalId, for the /sync endpoints and the import command alike. */
@Injectable()
export class MasterDataSync {
  constructor(
    private readonly commerceSync: CommerceSyncService,
    private readonly operatorsService: OperatorsService,
    private readonly routesService: RoutesService,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async commerces(tenantId: string, items: unknown[]): Promise<SyncResponse> {
    return syncItems(CreateCommerceRequest, items, (valid) => this.commerceSync.sync(tenantId, valid), this.logger);
  }

  async operators(tenantId: string, items: unknown[]): Promise<SyncResponse> {
    return syncItems(CreateOperatorRequest, items, (valid) => this.operatorsService.sync(tenantId, valid), this.logger);
  }

  async routes(tenantId: string, items: unknown[]): Promise<SyncResponse> {
    return syncItems(CreateRouteRequest, items, (valid) => this.routesService.sync(tenantId, valid), this.logger);
  }

  /** Says what is wrong with the items and writes nothing. */
  async check(kind: keyof typeof itemClasses, items: unknown[]): Promise<SyncResponse> {
    const write = () => Promise.resolve({ created: 0, updated: 0 });
    return syncItems<{ externalId: string }>(itemClasses[kind], items, write, this.logger);
  }
}
