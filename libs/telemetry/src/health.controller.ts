import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { LiveResponse, NotReadyResponse, ReadyResponse } from './health.response';
import { ReadinessChecks } from './readiness-checks';

@ApiTags('health')
@Controller('health')
export class HealthController {
  constructor(private readonly checks: ReadinessChecks) {}

  /** The short form that clients of action gateways ask for. */
  @Get()
  @ApiOperation({ summary: 'Tell whether the process runs' })
  @ApiOkResponse({ type: LiveResponse })
  health(): LiveResponse {
    return this.live();
  }

  @Get('live')
  @ApiOperation({ summary: 'Tell whether the process runs' })
  @ApiOkResponse({ type: LiveResponse })
  live(): LiveResponse {
    return { status: 'ok' };
  }

  @Get('ready')
  @ApiOperation({ summary: 'Tell whether the process can do its work' })
  @ApiOkResponse({ type: ReadyResponse })
  @ApiServiceUnavailableResponse({ type: NotReadyResponse })
  async ready(
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ReadyResponse | NotReadyResponse> {
    const { ready, checks, notes } = await this.checks.report();
    if (ready) return { status: 'ok', checks, ...(notes.length > 0 && { notes }) };
    reply.status(503).header('retry-after', '1');
    const down = Object.keys(checks).filter((name) => checks[name] === 'down');
    return {
      status: 'unavailable',
      checks,
      statusCode: 503,
      error: 'Service Unavailable',
      message: down.length > 0 ? `not ready: ${down.join(', ')}` : 'not ready: stopping',
      code: 'NOT_READY',
      requestId: request.id,
    };
  }
}
