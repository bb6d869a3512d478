import { SETTINGS, type Settings } from '@errand/config';
import { ErrandError, invalidField } from '@errand/errors';
import { ConsoleSessions } from '@errand/tenants';
import { Body, Controller, Delete, HttpCode, Inject, Post, Req, Res } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Access, tenantOf } from '../access/access';
import { asInSession, Authenticator } from '../access/authenticator';
import { refuseForged, refuseForgedSignIn } from '../access/own-page';
import { RequestLimits } from '../access/request-limits';
import { Public } from '../access/require-permission.decorator';
import { sessionCookie, sessionTextOf } from '../access/session-cookie';
import { callerOf } from '../audit/acting-caller';
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
      'with its key, or when it is deleted; a key has a hundred at most, and one more ends the oldest. Ten failed tries a minute from ' +
      'one address, and thirty sessions with one key.',
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
    await this.limits.countSession(access, reply);
    const by = callerOf(asInSession(access));
    const { text } = await this.sessions.open(ownerOf(access), by, request.headers['user-agent']);
    void reply.header('set-cookie', sessionCookie(text, this.settings));
  }

  @Delete()
  @Public()
  @HttpCode(204)
  @ApiOperation({
    summary: 'Sign out',
    description:
      'Ends the session of the cookie; without one there is nothing to do. A cookie of no session counts as a failed try to sign in.',
  })
  @ApiNoContentResponse()
  @ApiOpenProblems('CSRF', 'RATE_LIMITED')
  async end(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const text = sessionTextOf(request, this.settings);
    if (text === undefined) return;
    refuseForged(request, this.settings);
    const address = addressOf(request);
    if (!this.sessions.wasGood(text)) this.limits.expectSignIn(address, reply);
    const isEnded = await this.sessions.end(text, { address, requestId: request.id });
    void reply.header('set-cookie', sessionCookie(undefined, this.settings));
    if (!isEnded) await this.limits.countFailedSignIn(address, reply);
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

/** Undefined for the platform key, which is in no tenant. */
function ownerOf(access: Access): { tenantId: string; keyId: string } | undefined {
  const { keyId } = access;
  return keyId === undefined ? undefined : { tenantId: tenantOf(access).id, keyId };
}

function refused(): ErrandError {
  return new ErrandError('UNAUTHENTICATED', 'The key is not valid here: unknown, revoked, expired or used');
}
