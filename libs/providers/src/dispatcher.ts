import type { DispatchErrorCode, FieldProblem } from '@errand/errors';
import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { Channel, Disposition } from '@errand/vocabulary';
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
  /** Of a setting: where calls go depends on it, so that a change of it demands the credentials again. */
  decidesDestination?: boolean;
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

/** Whose trouble a failure is: every activity's that goes through this account, or this one's alone. */
type OutcomeScope = 'CONFIG' | 'RECIPIENT';

export interface AcceptedOutcome {
  disposition: 'ACCEPTED';
  providerActivityId: string | null;
  httpStatus: number | null;
  responseBody: string | null;
}

export interface FailedOutcome {
  /** What follows, see `docs/errors.md`. */
  disposition: Exclude<Disposition, 'ACCEPTED'>;
  /** CONFIG with RETRY or UNCERTAIN is an outage: the breaker counts it. */
  scope: OutcomeScope;
  /** The kind of failure in Errand's words. */
  code: DispatchErrorCode;
  /** The provider's own word or number for it. */
  providerErrorCode: string | null;
  /** For people: the provider's reason where it gave one. */
  message: string;
  httpStatus: number | null;
  responseBody: string | null;
  /** The wait the provider asked for. */
  retryAfterMs: number | null;
}

/** How one call went, and what follows from it. */
export type DispatchOutcome = AcceptedOutcome | FailedOutcome;

/** What `dispatch` may return: an outcome, one whose rest goes without saying, or the form of version 0.1. */
export type DispatcherAnswer =
  | DispatchOutcome
  | (Pick<FailedOutcome, 'disposition' | 'message'> & Partial<FailedOutcome>)
  | (Omit<AcceptedOutcome, 'disposition'> & { accepted: true })
  | (Pick<FailedOutcome, 'code' | 'message' | 'httpStatus' | 'responseBody' | 'retryAfterMs'> & { accepted: false });

/**
 * Talks to one provider. It holds no state of an activity and writes none: it makes the call and says how it went.
 * Expected failures are returned; what is thrown becomes an outcome in `runDispatcher`. When `signal` aborts, the call is
 * given up and `dispatch` rejects with the abort: Errand is stopping, and that is not the provider's failure.
 */
export interface ActivityDispatcher {
  /** For people, e.g. in a list of providers. */
  readonly name: string;
  readonly channelDefinitions: readonly ChannelDefinition[];
  dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatcherAnswer>;
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
