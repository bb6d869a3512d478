import {
  searching,
  Database,
  equalTo,
  groupBy,
  listing,
  type Listing,
  listingWith,
  unlessTaken,
} from '@errand/database';
import { notFound, taken } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { v7 as newId } from 'uuid';
import { unlessReferred } from '../refusals';
import { countUpserts, type SyncCounts } from '../sync-counts';
import { RouteOperator } from './route-operator.entity';
import { Route } from './route.entity';
import { upsertRoutes } from './upsert-routes';

/** What a caller says of a route; what is left out has its default, or stays as it is. */
export interface RouteFields {
  externalId: string;
  name: string;
  isActive?: boolean;
}

export interface RouteFilter {
  isActive?: boolean | undefined;
  externalId?: string | undefined;
  /** Part of the name or the externalId. */
  search?: string | undefined;
}

export interface RouteWithOperators extends Route {
  operators: RouteOperator[];
}

/** The routes of a tenant. Every method but `create` and `sync` answers NOT_FOUND for another tenant's id. */
@Injectable()
export class RoutesService {
  constructor(
    @InjectRepository(Route) private readonly routes: Repository<Route>,
    private readonly database: Database,
  ) {}

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async create(tenantId: string, fields: RouteFields): Promise<RouteWithOperators> {
    const now = new Date();
    const route: Route = {
      tenantId,
      id: newId(),
      externalId: fields.externalId,
      name: fields.name,
      isActive: fields.isActive ?? true,
      createdAt: now,
      updatedAt: now,
    };
    await unlessTaken(this.routes.insert(route), () => taken('externalId', route.externalId));
    return { ...route, operators: [] };
  }

  list(tenantId: string, { search, ...exact }: RouteFilter): Listing<RouteWithOperators> {
    const query = this.routes.createQueryBuilder('route');
    equalTo(query, { tenantId, ...exact });
    searching(query, ['name', 'externalId'], search);
    return listingWith(listing(query), async (rows) => this.withOperators(tenantId, rows));
  }

  async get(tenantId: string, id: string): Promise<RouteWithOperators> {
    const [route] = await this.withOperators(tenantId, await this.routes.findBy({ tenantId, id }));
    if (!route) throw notFound('Route', id);
    return route;
  }

  /** @throws ErrandError CONFLICT when the externalId is taken. */
  async update(tenantId: string, id: string, changes: Partial<RouteFields>): Promise<RouteWithOperators> {
    const write = this.routes.update({ tenantId, id }, { ...changes, updatedAt: new Date() });
    await unlessTaken(write, () => taken('externalId', changes.externalId ?? ''));
    return this.get(tenantId, id);
  }

  /** @throws ErrandError CONFLICT while activities refer to it. */
  async remove(tenantId: string, id: string): Promise<void> {
    const { affected } = await unlessReferred('Route', id, this.routes.delete({ tenantId, id }));
    if (affected === 0) throw notFound('Route', id);
  }

  /** Makes or updates each by externalId; what an item leaves out stays as it is. The externalIds must differ. */
  async sync(tenantId: string, items: RouteFields[]): Promise<SyncCounts> {
    return countUpserts(await upsertRoutes(this.database, tenantId, items, new Date()));
  }

  private async withOperators(tenantId: string, routes: Route[]): Promise<RouteWithOperators[]> {
    if (routes.length === 0) return [];
    const assigned = await this.routes.manager.find(RouteOperator, {
      where: { tenantId, routeId: In(routes.map(({ id }) => id)) },
      relations: { operator: true },
      order: { role: 'ASC', operatorId: 'ASC' },
    });
    const ofRoute = groupBy(assigned, ({ routeId }) => routeId);
    return routes.map((route) => ({ ...route, operators: ofRoute.get(route.id) ?? [] }));
  }
}
