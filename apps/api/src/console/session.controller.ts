import { SETTINGS, type Settings } from '@errand/config';
import { ErrandError, invalidField } from '@errand/errors';
import { ConsoleSessions } from '@errand/tenants';
import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Access } from '../access/access';
import { Authenticator } from '../access/authenticator';
import { refuseForged, refuseForgedSignIn } from '../access/own-page';
import { RequestLimits } from '../access/request-limits';
import { Public } from '../access/require-permission.decorator';
import { sessionCookie, sessionTextOf } from '../access/session-cookie';
import { TakesStrangersBody } from '../http/body-reader';
import { addressOf } from '../http/client-address';
import { ApiOpenProblems } from '../problems/api-problems.decorator';
import { SessionRequest } from './session.request';
import { SignInCodes } from './sign-in-codes.service';

@ApiTags('console')
@Controller('api/console/session')
export class SessionController {
  constructor(
    @Inject(SETTINGS) private readonly settings: Settings,
    private readonly authenticator: Authenticator,
    private readonly limits: RequestLimits,
    private readonly sessions: ConsoleSessions,
    private readonly codes: SignInCodes,
  ) {}

  @Post()
  @Public()
  @TakesStrangersBody(4096)
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign in to the console',
    description:
      'Opens a session, as good as the key it is opened with, and answers its cookie. It ends after 8 hours without use, after 24, ' +
      'with its key, or when it is deleted. Ten failed tries a minute from one address.',
  })
  @ApiNoContentResponse()
  @ApiOpenProblems('VALIDATION_FAILED', 'UNAUTHENTICATED', 'CSRF', 'RATE_LIMITED')
  async open(
    @Body() body: SessionRequest,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<void> {
    refuseForgedSignIn(request, this.settings);
    const address = addressOf(request);
    this.limits.expectSignIn(address, reply);
    const access = await this.signIn(body, request, address, reply);
    const { tenant, keyId } = access;
    const of = tenant && keyId !== undefined ? { tenantId: tenant.id, keyId } : undefined;
    const { text } = await this.sessions.open(of, { ip: address, userAgent: request.headers['user-agent'] });
    void reply.header('set-cookie', sessionCookie(text, this.settings));
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out',
    description: 'Ends the session of the cookie; without one there is nothing to do.',
  })
  @ApiNoContentResponse()
  @ApiOpenProblems('CSRF')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const text = sessionTextOf(request, this.settings);
    if (text === undefined) return;
    refuseForged(request, this.settings);
    await this.sessions.end(text);
    void reply.header('set-cookie', sessionCookie(undefined, this.settings));
  }

  /** @throws ErrandError UNAUTHENTICATED with one text whatever was wrong, RATE_LIMITED */
  private async signIn(
    { key, code }: SessionRequest,
    request: FastifyRequest,
    address: string,
    reply: FastifyReply,
  ): Promise<Access> {
    if ((key === undefined) === (code === undefined)) throw invalidField('key', 'is required, or code');
    const text = key ?? this.codes.redeem(code ?? '', address);
    try {
      if (text === undefined) throw refused();
      return await this.authenticator.byKey(text, request, address, false);
    } catch (error) {
      if (!(error instanceof ErrandError) || error.code !== 'UNAUTHENTICATED') throw error;
      await this.limits.countFailedSignIn(address, reply);
      throw refused();
    }
  }
}

function refused(): ErrandError {
  return new ErrandError('UNAUTHENTICATED', 'The key is not valid here: unknown, revoked, expired or used');
}
