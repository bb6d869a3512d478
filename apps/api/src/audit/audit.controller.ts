import { AuditReader } from '@errand/audit';
import { Controller, Get, Header, Headers, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Access } from '../access/access';
import { CurrentAccess } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { WholeTenant } from '../access/whole-tenant.decorator';
import { ApiPage, type PageResponse } from '../lists/page.response';
import { readPage } from '../lists/read-page';
import { ApiProblems } from '../problems/api-problems.decorator';
import { exportOf, ndjson, wantsExport } from './audit-export';
import { AuditQuery } from './audit.request';
import { AuditEntryResponse } from './audit.response';

@ApiTags('audit')
@Controller('api/audit')
export class AuditController {
  constructor(private readonly reader: AuditReader) {}

  @Get()
  @RequirePermission('VIEW_AUDIT')
  @WholeTenant()
  @Header('vary', 'accept')
  @ApiOperation({
    summary: 'List who changed what, newest first',
    description:
      'In the tenant; with the platform key and no `x-tenant-id`, in the installation itself. ' +
      `With \`Accept: ${ndjson}\` all that the filters find, an entry a line, without pages.`,
  })
  @ApiProduces('application/json', ndjson)
  @ApiPage(AuditEntryResponse)
  @ApiProblems()
  async list(
    @CurrentAccess() { tenant }: Access,
    @Query() { page, perPage, cursor, ...filter }: AuditQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<PageResponse<AuditEntryResponse> | StreamableFile> {
    if (wantsExport(accept)) return exportOf(await this.reader.all(tenant?.id, filter));
    const list = this.reader.list(tenant?.id, filter);
    return readPage('audit', { page, perPage, cursor }, list, (entry) => AuditEntryResponse.of(entry));
  }
}
