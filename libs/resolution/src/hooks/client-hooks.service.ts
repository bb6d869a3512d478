import { SealedSecretError } from '@errand/crypto';
import { Clock, groupBy } from '@errand/database';
import { CallSlots, OutboundError, OutboundHttp, signWebhook } from '@errand/outbound';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Answer, Question } from '../question';
import { HookSecrets } from './hook-secrets.service';
import { hookBody, hookFailure, readHookAnswer, sameForAll } from './hook-wire';

/**
 * Hook calls of this process at once. One is mostly waiting and costs little, so that there are many: sixteen tenants
 * whose hooks hang may have eight each, and as many again as all of theirs are for those who have none.
 */
const callsAtOnce = 256;
const callsOfTenant = 8;
/** A create waits this long for a free slot; what is found for a claim waits as long as it takes. */
const longestWaitMs = 30_000;
/** 1,000 items with values of some kilobytes. */
const maxAnswerBytes = 4_194_304;

/**
 * Asks the tenants' own endpoints for attribute values: one signed call per URL for all questions at once, within the
 * shortest time limit of its policies. That begins when the hook is called: having to wait for a slot is not its fault.
 */
@Injectable()
export class ClientHooks {
  private readonly slots = new CallSlots(callsAtOnce, callsOfTenant);

  constructor(
    private readonly http: OutboundHttp,
    private readonly secrets: HookSecrets,
    private readonly clock: Clock,
  ) {}

  /**
   * @param signal ends the wait for a free slot and the calls; without one the wait is bounded
   * @throws OutboundError ABORTED when `signal` fires: that nobody answered is not the hooks' fault then
   */
  async ask(tenantId: string, questions: readonly Question[], signal?: AbortSignal): Promise<Map<Question, Answer>> {
    const byUrl = groupBy(questions, ({ policy }) => policy.hook?.url ?? '');
    const answers = await Promise.all([...byUrl].map(([url, asked]) => this.askOne(tenantId, url, asked, signal)));
    return new Map(answers.flatMap((ofUrl) => [...ofUrl]));
  }

  private async askOne(
    tenantId: string,
    url: string,
    questions: Question[],
    signal: AbortSignal | undefined,
  ): Promise<Map<Question, Answer>> {
    const secrets = this.secretsOf(tenantId, questions);
    if (typeof secrets === 'string') return sameForAll(questions, secrets);
    const timeoutMs = Math.min(...questions.map(({ policy }) => policy.hook?.timeoutMs ?? 0));
    if (!(await this.slots.take(tenantId, signal, signal ? undefined : longestWaitMs))) {
      if (signal?.aborted) throw new OutboundError('ABORTED', 'The call to a hook was given up by the caller');
      return sameForAll(questions, `the hook was not asked: too many hook calls were running for ${longestWaitMs} ms`);
    }
    try {
      const body = hookBody(questions);
      const id = newId();
      const response = await this.http.request({
        method: 'POST',
        url,
        owner: tenantId,
        headers: { 'content-type': 'application/json', ...signWebhook(secrets, id, this.clock.now(), body) },
        body,
        timeoutMs,
        signal,
        maxResponseBytes: maxAnswerBytes,
      });
      return readHookAnswer(questions, response.status, response.body);
    } catch (error) {
      if (!(error instanceof OutboundError) || signal?.aborted) throw error;
      // It names the origin at most: a path may hold a token.
      return sameForAll(questions, hookFailure(error));
    } finally {
      this.slots.release(tenantId);
    }
  }

  /** The secrets of all policies that share the URL, each of which signs. @returns a text when one cannot be had */
  private secretsOf(tenantId: string, questions: Question[]): string[] | string {
    const sealed = new Map(questions.map(({ policy }) => [policy.key, policy.hookSecret]));
    try {
      const opened = [...sealed].flatMap(([key, secret]) => (secret ? this.secrets.open(tenantId, key, secret) : []));
      return opened.length > 0 ? opened : 'the hook has no secret to sign with: save its policy again';
    } catch (error) {
      if (!(error instanceof SealedSecretError)) throw error;
      return 'the hook’s secret does not decrypt with any key of the ring';
    }
  }
}
