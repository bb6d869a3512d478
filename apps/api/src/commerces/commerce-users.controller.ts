import { CommerceUsersService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, Get, HttpCode, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { PageRequest } from '../lists/page.request';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { CreateCommerceUserRequest, UpdateCommerceUserRequest } from './commerce-user.request';
import { CommerceUserResponse } from './commerce.response';

@ApiTags('commerces')
@Controller('api/commerces/:id/users')
@RequirePermission('MANAGE_COMMERCES')
export class CommerceUsersController {
  constructor(private readonly users: CommerceUsersService) {}

  /** Create a user of the commerce, with contacts */
  @Post()
  @ApiCreatedResponse({ type: CommerceUserResponse })
  @ApiProblems(404, 409)
  async create(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Body() body: CreateCommerceUserRequest,
  ): Promise<CommerceUserResponse> {
    return CommerceUserResponse.of(await this.users.create(tenant.id, id, body), true);
  }

  /** List the users of the commerce, newest first */
  @Get()
  @RequirePermission('MANAGE_COMMERCES', 'VIEW_ACTIVITIES')
  @ApiPage(CommerceUserResponse)
  @ApiProblems(404)
  async list(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Query() query: PageRequest,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<CommerceUserResponse>> {
    const list = await this.users.list(tenant.id, id);
    return readPage('commerce-users', query, list, (user) => CommerceUserResponse.of(user, isWhole));
  }

  /** Read a user of the commerce */
  @Get(':userId')
  @RequirePermission('MANAGE_COMMERCES', 'VIEW_ACTIVITIES')
  @ApiOkResponse({ type: CommerceUserResponse })
  @ApiProblems(404)
  async get(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Id('userId') userId: string,
    @SeesContacts() isWhole: boolean,
  ): Promise<CommerceUserResponse> {
    return CommerceUserResponse.of(await this.users.get(tenant.id, id, userId), isWhole);
  }

  /** Change a user of the commerce */
  @Patch(':userId')
  @ApiOkResponse({ type: CommerceUserResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() id: string,
    @Id('userId') userId: string,
    @Body() body: UpdateCommerceUserRequest,
  ): Promise<CommerceUserResponse> {
    return CommerceUserResponse.of(await this.users.update(tenant.id, id, userId, body), true);
  }

  /** Delete a user and its contacts; 409 while activities have it as their target */
  @Delete(':userId')
  @HttpCode(204)
  @ApiProblems(404, 409)
  async remove(@CurrentTenant() tenant: Tenant, @Id() id: string, @Id('userId') userId: string): Promise<void> {
    await this.users.remove(tenant.id, id, userId);
  }
}
