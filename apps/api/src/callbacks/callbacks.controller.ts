import { ErrandError } from '@errand/errors';
import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Public } from '../access/require-permission.decorator';
import { ApiOpenProblems } from '../problems/api-problems.decorator';
import { CallbackIntake } from './callback-intake.service';
import { TakesCallback } from './received-callback';

@ApiTags('callbacks')
@ApiParam({ name: 'token', type: 'string', description: 'The end of the `callbackUrl` of a dispatch config.' })
@ApiOpenProblems('BAD_SIGNATURE', 'NOT_FOUND', 'PAYLOAD_TOO_LARGE', 'RATE_LIMITED')
@Controller('callbacks')
@Public()
@TakesCallback()
export class CallbacksController {
  constructor(private readonly intake: CallbackIntake) {}

  @Post(':token')
  @ApiOperation({
    summary: 'Take what a provider tells',
    description:
      'Needs no key: the token says whose it is, and the provider’s signature over the body, of whatever type, proves ' +
      'who calls. What is signed well is answered 204, whether or not it is of an activity; up to 1 MB.',
  })
  @ApiNoContentResponse()
  async post(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.intake.take(request, reply);
    await (text === null ? reply.status(204).send() : answerText(reply, text));
  }

  @Get(':token')
  @ApiOperation({
    summary: 'Prove to a provider that a callback URL is yours',
    description: 'Answers the challenge of a provider that sends one, as text.',
  })
  @ApiOkResponse({ content: { 'text/plain': { schema: { type: 'string' } } } })
  async get(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    const text = await this.intake.take(request, reply);
    if (text === null) throw new ErrandError('NOT_FOUND', 'The provider’s challenge is all that is answered here');
    await answerText(reply, text);
  }
}

async function answerText(reply: FastifyReply, text: string): Promise<void> {
  await reply.status(200).type('text/plain; charset=utf-8').send(text);
}
