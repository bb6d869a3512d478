import { CommerceContactsService } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Body, Controller, Delete, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ContactResponse } from './commerce.response';
import { CreateContactRequest, UpdateContactRequest } from './contact.request';

@ApiTags('commerces')
@Controller('api/commerces/:id/users/:userId/contacts')
@RequirePermission('MANAGE_COMMERCES')
export class CommerceContactsController {
  constructor(private readonly contacts: CommerceContactsService) {}

  /** Add a contact to a commerce user */
  @Post()
  @ApiCreatedResponse({ type: ContactResponse })
  @ApiProblems(404, 409)
  async create(
    @CurrentTenant() tenant: Tenant,
    @Id() commerceId: string,
    @Id('userId') userId: string,
    @Body() body: CreateContactRequest,
  ): Promise<ContactResponse> {
    return ContactResponse.of(await this.contacts.create({ tenantId: tenant.id, commerceId, userId }, body), true);
  }

  /** Change a contact */
  @Patch(':contactId')
  @ApiOkResponse({ type: ContactResponse })
  @ApiProblems(404, 409)
  async update(
    @CurrentTenant() tenant: Tenant,
    @Id() commerceId: string,
    @Id('userId') userId: string,
    @Id('contactId') contactId: string,
    @Body() body: UpdateContactRequest,
  ): Promise<ContactResponse> {
    const path = { tenantId: tenant.id, commerceId, userId };
    return ContactResponse.of(await this.contacts.update(path, contactId, body), true);
  }

  /** Delete a contact */
  @Delete(':contactId')
  @HttpCode(204)
  @ApiProblems(404)
  async remove(
    @CurrentTenant() tenant: Tenant,
    @Id() commerceId: string,
    @Id('userId') userId: string,
    @Id('contactId') contactId: string,
  ): Promise<void> {
    await this.contacts.remove({ tenantId: tenant.id, commerceId, userId }, contactId);
  }
}
