import type { Slice } from '@errand/database';
import { People } from '@errand/master-data';
import type { Tenant } from '@errand/tenants';
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentTenant, SeesContacts } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readCountedPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { Id } from '../validation/id.decorator';
import { ListPeopleRequest } from './people.request';
import { PeopleMetaResponse, PersonResponse } from './person.response';

@ApiTags('commerces')
@Controller('api/people')
@RequirePermission('MANAGE_COMMERCES', 'VIEW_ACTIVITIES')
export class PeopleController {
  constructor(private readonly people: People) {}

  /** List the people of all commerces, newest first */
  @Get()
  @ApiPage(PersonResponse, PeopleMetaResponse)
  @ApiProblems('SEARCH_TOO_BROAD')
  async list(
    @Query() query: ListPeopleRequest,
    @CurrentTenant() { id: tenantId, settings }: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<PageResponse<PersonResponse, PeopleMetaResponse>> {
    const seeker = { tenantId, country: settings.country, isWhole };
    const found = await this.people.search(seeker, query.search?.trim());
    const source = {
      rows: async (slice: Slice) => this.people.list(tenantId, found, slice),
      count: async (atMost?: number) => this.people.count(tenantId, found, atMost),
    };
    const page = await readCountedPage('people', query, source, (person) => PersonResponse.of(person, isWhole));
    return { ...page, meta: { ...page.meta, matchedBy: found.match?.by ?? null } };
  }

  /** Read a person: a user of a commerce, and of which */
  @Get(':id')
  @ApiOkResponse({ type: PersonResponse })
  @ApiProblems(404)
  async get(
    @Id() id: string,
    @CurrentTenant() tenant: Tenant,
    @SeesContacts() isWhole: boolean,
  ): Promise<PersonResponse> {
    return PersonResponse.of(await this.people.get(tenant.id, id), isWhole);
  }
}
