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
import { failFastSetting, failure, outcomeOfResponse } from '../outcome';
import { pointerProblem, responseId } from '../response-id';

const LONGEST_LATENCY_MS = 600_000;

interface MockSettings {
  latencyMs?: number;
  failureRate?: number;
  failureStatus?: number;
  payloadIdPath?: string;
}

/**
 * Accepts everything under a random UUID, without a network, and answers `{"id": …}`. For development; it can be made slow
 * or unreliable, and be told where in the payload the id is that it answers.
 */
@Dispatcher('MOCK')
export class MockDispatcher implements ActivityDispatcher {
  readonly name = 'Mock';

  readonly notes =
    'For trying things out: it takes every activity and calls nobody. It can be made slow, or refuse a share of them. `baseUrl` changes nothing.';

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
        description: 'Share of calls that are rejected, 0 to 1.',
      },
      {
        key: 'failureStatus',
        label: 'Failure status',
        type: 'integer',
        required: false,
        description: 'The HTTP status of a call that is rejected, 400 to 599; 500 unless told.',
      },
      {
        key: 'payloadIdPath',
        label: 'Payload id path',
        type: 'string',
        required: false,
        description:
          'JSON Pointer into the payload to what is answered as the id, e.g. /idempotencyKey; else it is random.',
      },
      failFastSetting,
    ],
  }));

  async dispatch({ account, body }: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome> {
    const { latencyMs = 0, failureRate = 0, failureStatus = 500, payloadIdPath } = account.settings as MockSettings;
    if (latencyMs > 0) await setTimeout(Math.min(latencyMs, account.timeoutMs), undefined, { signal });
    if (latencyMs > account.timeoutMs) return failure('TIMEOUT', `no answer within ${account.timeoutMs} ms`);
    if (Math.random() < failureRate)
      return outcomeOfResponse({ status: failureStatus, headers: {}, body: '' }, account);
    const id = (payloadIdPath !== undefined && responseId(body, payloadIdPath)) || randomUUID();
    return { disposition: 'ACCEPTED', providerActivityId: id, httpStatus: null, responseBody: JSON.stringify({ id }) };
  }

  validate({ settings }: AccountFields): FieldProblem[] {
    const { latencyMs = 0, failureRate = 0, failureStatus = 500, payloadIdPath } = settings as MockSettings;
    const problems: FieldProblem[] = [];
    if (latencyMs < 0 || latencyMs > LONGEST_LATENCY_MS) {
      problems.push({ field: 'settings.latencyMs', message: `must be between 0 and ${LONGEST_LATENCY_MS}` });
    }
    if (failureRate < 0 || failureRate > 1) {
      problems.push({ field: 'settings.failureRate', message: 'must be between 0 and 1' });
    }
    if (failureStatus < 400 || failureStatus > 599) {
      problems.push({ field: 'settings.failureStatus', message: 'must be between 400 and 599' });
    }
    const message = payloadIdPath === undefined ? null : pointerProblem(payloadIdPath);
    if (message !== null) problems.push({ field: 'settings.payloadIdPath', message });
    return problems;
  }
}
