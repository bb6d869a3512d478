import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import type { FieldProblem } from '@errand/errors';
import { CHANNELS } from '@errand/vocabulary';
import {
  type AccountFields,
  type ActivityDispatcher,
  type ChannelDefinition,
  Dispatcher,
  type DispatchOutcome,
  type DispatchRequest,
} from '../dispatcher';
import { failure } from '../outcome';

const LONGEST_LATENCY_MS = 600_000;

/** Accepts everything under a random UUID, without a network. For development; it can be made slow or unreliable. */
@Dispatcher('MOCK')
export class MockDispatcher implements ActivityDispatcher {
  readonly name = 'Mock';

  readonly channelDefinitions: readonly ChannelDefinition[] = CHANNELS.map((channel) => ({
    channel,
    baseUrl: 'optional',
    credentials: [],
    settings: [
      {
        key: 'latencyMs',
        label: 'Latency',
        type: 'integer',
        required: false,
        default: 0,
        description: `Milliseconds before each answer, 0 to ${LONGEST_LATENCY_MS}.`,
      },
      {
        key: 'failureRate',
        label: 'Failure rate',
        type: 'number',
        required: false,
        default: 0,
        description: 'Share of calls that are rejected with HTTP 500, 0 to 1.',
      },
    ],
  }));

  async dispatch({ account }: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { latencyMs = 0, failureRate = 0 } = account.settings as { latencyMs?: number; failureRate?: number };
    if (latencyMs > 0) await setTimeout(Math.min(latencyMs, account.timeoutMs), undefined, { signal });
    if (latencyMs > account.timeoutMs) return failure('TIMEOUT', `no answer within ${account.timeoutMs} ms`);
    if (Math.random() < failureRate) {
      return { ...failure('PROVIDER_REJECTED', 'HTTP 500'), httpStatus: 500 };
    }
    return { accepted: true, providerActivityId: randomUUID(), httpStatus: null, responseBody: null };
  }

  validate({ settings }: AccountFields): FieldProblem[] {
    const { latencyMs = 0, failureRate = 0 } = settings as { latencyMs?: number; failureRate?: number };
    const problems: FieldProblem[] = [];
    if (latencyMs < 0 || latencyMs > LONGEST_LATENCY_MS) {
      problems.push({ field: 'settings.latencyMs', message: `must be between 0 and ${LONGEST_LATENCY_MS}` });
    }
    if (failureRate < 0 || failureRate > 1) {
      problems.push({ field: 'settings.failureRate', message: 'must be between 0 and 1' });
    }
    return problems;
  }
}
