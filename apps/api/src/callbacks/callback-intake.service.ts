import { Callbacks, type CallbackTarget } from '@errand/callbacks';
import { ErrandError } from '@errand/errors';
import { CallSlots } from '@errand/outbound';
import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestLimits } from '../access/request-limits';
import { addressOf } from '../http/client-address';

/** How many tokens that addresses with many failures come with are looked up at once. */
const mostLookUps = 4;
const longestWaitMs = 5_000;

/**
 * Lets in what comes with the token of a config. Who comes without one, or signs wrongly, is soon told to wait; what is right
 * is taken all the same: a provider calls for many from one address, and one of them may have removed its config.
 */
@Injectable()
export class CallbackIntake {
  private readonly lookUps = new CallSlots(mostLookUps, 1);

  constructor(
    private readonly callbacks: Callbacks,
    private readonly limits: RequestLimits,
  ) {}

  /** @throws ErrandError NOT_FOUND, RATE_LIMITED after too many of those, NOT_READY */
  async open(request: FastifyRequest, reply: FastifyReply): Promise<CallbackTarget> {
    const { token = '' } = request.params as { token?: string };
    const address = addressOf(request);
    const target = await this.lookUp(token, address);
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

  /** One after the other for an address that is over its failures, so that guesses cost the database little. */
  private async lookUp(token: string, address: string): Promise<CallbackTarget | undefined> {
    if (this.callbacks.isKnown(token) || !this.limits.isOverFailures(address)) return this.callbacks.open(token);
    if (!(await this.lookUps.take(address, undefined, longestWaitMs))) {
      throw new ErrandError('NOT_READY', 'Too many callbacks come from this address; call again');
    }
    try {
      return await this.callbacks.open(token);
    } finally {
      this.lookUps.release(address);
    }
  }
}
