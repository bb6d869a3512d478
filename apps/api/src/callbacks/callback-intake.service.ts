import { Callbacks, type CallbackTarget } from '@errand/callbacks';
import { ErrandError } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestLimits } from '../access/request-limits';
import { addressOf } from '../http/client-address';

/** Lets in what comes with the token of a config. Who comes without one, or signs wrongly, is soon told to wait. */
@Injectable()
export class CallbackIntake {
  constructor(
    private readonly callbacks: Callbacks,
    private readonly limits: RequestLimits,
  ) {}

  /** @throws ErrandError NOT_FOUND, RATE_LIMITED after too many of those, NOT_READY */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<CallbackTarget> {
    const { token = '' } = request.params as { token?: string };
    const address = addressOf(request);
    const target = await this.callbacks.open(token, this.limits.isOverFailures(address));
    if (target) return target;
    await this.limits.countFailure(address, reply);
    throw new ErrandError('NOT_FOUND', 'No callback URL ends so');
  }

  /**
   * @returns the text to answer with, null for none
   * @throws ErrandError BAD_SIGNATURE, RATE_LIMITED after too many of those, NOT_READY
   */
  async take(request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    if (!request.takenCallback) throw new Error('the route does not take callbacks');
    const { target, received } = request.takenCallback;
    try {
      return await this.callbacks.take(target, received);
    } catch (error) {
      const isForged = error instanceof ErrandError && error.code === 'BAD_SIGNATURE';
      if (isForged) await this.limits.countFailure(addressOf(request), reply);
      throw error;
    }
  }
}
