import { SETTINGS, type Settings } from '@errand/config';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Access } from '../access/access';
import { CurrentAccess } from '../access/current.decorator';
import { AnyKey } from '../access/require-permission.decorator';
import { ApiProblems } from '../problems/api-problems.decorator';
import { MeResponse } from './me.response';

@ApiTags('console')
@Controller('api/console/me')
export class MeController {
  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  @Get()
  @AnyKey()
  @ApiOperation({ summary: 'Read who makes the request, and what they may do' })
  @ApiOkResponse({ type: MeResponse })
  @ApiProblems()
  get(@CurrentAccess() access: Access): MeResponse {
    return MeResponse.of(access, this.settings);
  }
}
