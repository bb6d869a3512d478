import type { DispatchErrorCode, FieldProblem } from '@errand/errors';
import type { UrlScheme } from '@errand/outbound';
import { applyDecorators, Injectable, SetMetadata } from '@nestjs/common';
import type { Channel, Disposition } from '@errand/vocabulary';
import type { Escaping } from '@errand/templates';
import type { CallbackReading, ReceivedCallback } from './callback';
import type { ActivityPayload } from './payload';

/** One credential or setting a provider needs on a channel. */
export interface FieldDefinition {
  key: string;
  label: string;
  /** `text` has several lines, `enum` is one of `options`, `map` is an object whose values are strings. */
  type: FieldType;
  /** Of a `string`: it is a URL that Errand calls, checked and normalised like `baseUrl` when it is saved. */
  format?: 'url';
  /** Of an `enum`: what it can be. */
  options?: readonly string[];
  /** A required string, list or map must not be empty either. */
  required: boolean;
  /** Never shown again once saved. Settings are readable, so only a credential can be secret. */
  secret?: boolean;
  /** Of a setting: where calls go depends on it, so that a change of it demands the credentials again. */
  decidesDestination?: boolean;
  /** Taken when a setting is not given; credentials have none. */
  default?: unknown;
  /** One sentence for the form. Those that come with Errand all have one. */
  description?: string;
  /** More for whoever fills it in: limits, an example, where to find it at the provider. */
  help?: string;
  /** Fields of one group stand together in a form. */
  group?: string;
  /**
   * Of a setting: it is a Liquid template, as is each item of a list and each value of a map. How it escapes what it
   * inserts may depend on the other settings. `dispatch` finds it in `rendered`.
   */
  template?: Escaping | ((settings: Readonly<Record<string, unknown>>) => Escaping);
}

export const FIELD_TYPES = ['string', 'text', 'integer', 'number', 'boolean', 'enum', 'string[]', 'map'] as const;
type FieldType = (typeof FIELD_TYPES)[number];

/** What a dispatch config for a channel must contain. The api validates every config against it. */
export interface ChannelDefinition {
  channel: Channel;
  /** `none`: the provider is not reached by URL, or its URL is fixed. */
  baseUrl: 'required' | 'optional' | 'none';
  /** What its `baseUrl` may begin with; `http` and `https` unless told. */
  baseUrlSchemes?: readonly UrlScheme[];
  credentials: FieldDefinition[];
  settings: FieldDefinition[];
  /** It writes to or calls one person, so that it is only called when the payload has a `recipient`. */
  addressesPerson?: boolean;
}

/** One tenant's account at a provider: a dispatch config with its credentials opened. `timeoutMs` bounds one call. */
export interface ProviderAccount {
  id: string;
  baseUrl: string | null;
  credentials: Record<string, unknown>;
  settings: Record<string, unknown>;
  timeoutMs: number;
  /**
   * Where the provider tells what became of it, if it can and PUBLIC_URL is set. A query with the activity's id may be
   * added; it comes back with the callback.
   */
  callbackUrl?: string | null;
}

/** The part of an account that a person fills in. */
export type AccountFields = Pick<ProviderAccount, 'baseUrl' | 'credentials' | 'settings'>;

export interface DispatchRequest {
  /** `payload.id` is sent as `Idempotency-Key` on every attempt, wherever the provider takes one. */
  payload: ActivityPayload;
  /** The payload as JSON text, serialised once. */
  body: string;
  account: ProviderAccount;
  /** The settings that are templates, rendered for this activity; those that are not set are absent. */
  rendered: Rendered;
}

/** By key: text, and lists and maps of it. */
export type Rendered = Readonly<Record<string, string | string[] | Record<string, string>>>;

/** A call as it is made over HTTP, or `method` SMTP with the message's headers. Header names are lower case. */
export interface PreparedCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
  /** Of an SMS: the text as the phone shows it, by which its parts are counted; the setting `body` unless told. */
  text?: string;
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
  /** Why the recipient's address must not be written to again, in the provider's words: it is blocked. */
  blocksContact?: string | null;
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
  /** What a user must know beyond the fields: a few lines of Markdown for the list of providers. */
  readonly notes?: string;
  dispatch(request: DispatchRequest, signal: AbortSignal): Promise<DispatcherAnswer>;
  /**
   * The call that `dispatch` would make, without making any: people look at it before they trust a config. Its
   * credentials are blotted out by Errand.
   * @throws OutcomeError when there is nothing to send
   */
  prepare?(request: DispatchRequest): PreparedCall;
  /**
   * What a call to the config's callback URL says. A provider that calls back has it.
   * @param account for secrets and settings; its `callbackUrl` is what a signature over the URL was made with
   */
  readCallback?(
    callback: ReceivedCallback,
    account: ProviderAccount,
    signal: AbortSignal,
  ): CallbackReading | Promise<CallbackReading>;
  /**
   * Checks beyond the field table, such as a well-formed secret. Called only with fields that fit the table, defaults
   * applied. `field` of a problem is a path such as `credentials.secrets[0]`.
   */
  validate?(account: AccountFields, channel: Channel): FieldProblem[];
}

/** Metadata key that carries the provider code of a dispatcher class. Part of the contract: outside packages name it. */
export const DISPATCHER_METADATA = 'errand:dispatcher';

/** Injection token of the guarded axios instance, for dispatchers that want one. A string, so that outside packages can name it. */
export const ERRAND_HTTP = 'errand:http';

/** Registers the class as the dispatcher of provider `code`, e.g. `YOM`, in whichever module provides it. */
export function Dispatcher(code: string): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(DISPATCHER_METADATA, code));
}
