import { ROUTE_ROLES, type RouteRole } from '@errand/vocabulary';
import { PartialType } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';
import { notBlank } from '../validation/messages';
import { MasterDataPageRequest } from '../lists/page.request';
import { SyncItems } from '../sync/sync-items.decorator';

export class CreateRouteRequest {
  /**
   * The tenant's own key, unique among its routes.
   * @example ROUTE-2
   */
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  externalId: string;

  /** @example North */
  @IsString()
  @Length(1, 300)
  @Matches(/\S/, notBlank)
  name: string;

  @IsOptional()
  @IsBoolean()
  isActive?: boolean;
}

export class UpdateRouteRequest extends PartialType(CreateRouteRequest) {}

export class SyncRoutesRequest {
  @SyncItems(CreateRouteRequest)
  items: unknown[];
}

export class ListRoutesRequest extends MasterDataPageRequest {}

export class AssignOperatorRequest {
  /** @example 019c2f4e-6f5e-7c11-9a53-0c4f9e1d2b3a */
  @IsUUID()
  operatorId: string;

  @IsIn(ROUTE_ROLES)
  role: RouteRole;
}
