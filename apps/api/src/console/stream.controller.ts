import { Controller, Get, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access';
import { TenantInQuery } from '../access/authenticator';
import { CurrentAccess } from '../access/current.decorator';
import { RequirePermission } from '../access/require-permission.decorator';
import { isBound, notFor } from '../access/scope-check';
import { ApiProblems } from '../problems/api-problems.decorator';
import { StreamRequest } from './stream.request';
import { Streams } from './streams.service';
import { topicsOf } from './topic';

const example = 'event: configs\nid: 3pXl0tZq9bW1aRk7\ndata: {"data":[]}\n\n';

@ApiTags('console')
@Controller('api/console/stream')
@RequirePermission('VIEW_ACTIVITIES')
export class StreamController {
  constructor(private readonly streams: Streams) {}

  @Get()
  @TenantInQuery()
  @ApiOperation({
    summary: 'Follow topics by server-sent events',
    description:
      'Each topic is told at once and whenever it has changed, as an event of its name: `overview` is what ' +
      '`GET /api/stats/overview` answers of the last 24 hours, `configs` what `GET /api/dispatch-configs/health` does, and ' +
      '`activity:<id>` what `GET /api/activities/{id}` does, with a `timelineVersion` that is another when its timeline is. ' +
      'The event `stale` says that a topic cannot be read now, and why: `{topic, code}`. A comment comes every 15 s. The ' +
      'stream ends when the key or session does. Keys that are bound to a part of the tenant see that part, and no `overview`.',
  })
  @ApiOkResponse({ description: '', content: { 'text/event-stream': { schema: { type: 'string', example } } } })
  @ApiProblems(404, 'TOO_MANY_STREAMS', 'NOT_READY')
  async follow(
    @CurrentAccess() access: Access,
    @Query() { topics: names }: StreamRequest,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const topics = topicsOf(names);
    const isOfAll = topics.some(({ kind }) => kind === 'overview');
    if (isOfAll && isBound(access.scope)) throw notFor('all of the tenant, of which the overview tells');
    await this.streams.begin(request, reply, access, topics);
  }
}
