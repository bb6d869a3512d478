import type { DispatchErrorCode, FieldProblem } from '@errand/errors';
import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { Channel } from '@errand/vocabulary';
import type { ActivityPayload } from './payload';

/** One credential or setting a provider needs on a channel. */
export interface FieldDefinition {
  key: string;
  label: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'string[]';
  /** A required string or list must not be empty either. */
  required: boolean;
  /** Never shown again once saved. Settings are readable, so only a credential can be secret. */
  secret?: boolean;
  /** Taken when a setting is not given; credentials have none. */
  default?: unknown;
  description?: string;
}

/** What a dispatch config for a channel must contain. The api validates every config against it. */
export interface ChannelDefinition {
  channel: Channel;
  /** `none`: the provider is not reached by URL, or its URL is fixed. */
  baseUrl: 'required' | 'optional' | 'none';
  credentials: FieldDefinition[];
  settings: FieldDefinition[];
}

/** One tenant's account at a provider: a dispatch config with its credentials opened. `timeoutMs` bounds one call. */
export interface ProviderAccount {
  id: string;
  baseUrl: string | null;
  credentials: Record<string, unknown>;
  settings: Record<string, unknown>;
  timeoutMs: number;
}

/** The part of an account that a person fills in. */
export type AccountFields = Pick<ProviderAccount, 'baseUrl' | 'credentials' | 'settings'>;

export interface DispatchRequest {
  /** `payload.id` is sent as `Idempotency-Key` on every attempt, wherever the provider takes one. */
  payload: ActivityPayload;
  /** The payload as JSON text, serialised once. */
  body: string;
  account: ProviderAccount;
}

/** How one call went. `retryAfterMs` is the wait the provider asked for. */
export type DispatchOutcome =
  | { accepted: true; providerActivityId: string | null; httpStatus: number | null; responseBody: string | null }
  | {
      accepted: false;
      code: DispatchErrorCode;
      message: string;
      httpStatus: number | null;
      responseBody: string | null;
      retryAfterMs: number | null;
    };

/**
 * Talks to one provider. It holds no state of an activity and writes none: it makes the call and says how it went.
 * Expected failures are returned; what is thrown becomes an outcome in `runDispatcher`. When `signal` aborts, the call is
 * given up and `dispatch` rejects with the abort: Errand is stopping, and that is not the provider's failure.
 */
export interface ActivityDispatcher {
  /** For people, e.g. in a list of providers. */
  readonly name: string;
  readonly channelDefinitions: readonly ChannelDefinition[];
  dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatchOutcome>;
  /**
   * Checks beyond the field table, such as a well-formed secret. Called only with fields that fit the table, defaults
   * applied. `field` of a problem is a path such as `credentials.secrets[0]`.
   */
  validate?(account: AccountFields): FieldProblem[];
}

/** Metadata key that carries the provider code of a dispatcher class. Part of the contract: outside packages name it. */
export const DISPATCHER_METADATA = 'errand:dispatcher';

/** Injection token of the guarded axios instance, for dispatchers that want one. A string, so that outside packages can name it. */
export const ERRAND_HTTP = 'errand:http';

/** Registers the class as the dispatcher of provider `code`, e.g. `YOM`, in whichever module provides it. */
export function Dispatcher(code: string): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(DISPATCHER_METADATA, code));
}
