/** The part of Errand's dispatcher contract that this package uses. Types only: nothing of Errand is imported. */

interface Field {
  key: string;
  label: string;
  type: 'string' | 'text' | 'integer' | 'number' | 'boolean' | 'enum' | 'string[]' | 'map';
  required: boolean;
  secret?: boolean;
  default?: unknown;
  description?: string;
  /** Of a setting: it is a Liquid template, and what it inserts is escaped so. `dispatch` finds it in `rendered`. */
  template?: 'none' | 'line' | 'html' | 'xml' | 'json' | 'url';
}

export interface ChannelDefinition {
  channel: 'SALESMAN' | 'CALLCENTER' | 'WHATSAPP' | 'EMAIL' | 'SMS' | 'PUSH';
  baseUrl: 'required' | 'optional' | 'none';
  credentials: Field[];
  settings: Field[];
}

export interface Account {
  baseUrl: string | null;
  credentials: Record<string, unknown>;
  settings: Record<string, unknown>;
  timeoutMs: number;
  /** Where the provider tells what became of it; null while Errand has no public URL. */
  callbackUrl?: string | null;
}

export interface DispatchRequest {
  payload: { id: string; reason: string; commerce: { externalId: string } | null };
  account: Account;
  /** The settings that are templates, as text for this activity. */
  rendered: Readonly<Record<string, unknown>>;
}

/** A call as it is made over HTTP: people look at it before they trust a config. */
export interface PreparedCall {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string | null;
}

/** How a call went and what follows; what is left out goes without saying. */
export type DispatcherAnswer =
  | {
      disposition: 'ACCEPTED';
      providerActivityId: string | null;
      httpStatus: number | null;
      responseBody: string | null;
    }
  | {
      /** Try again · this visit never works · the account is wrong, for every visit · ACME may have taken it. */
      disposition: 'RETRY' | 'REJECTED' | 'MISCONFIGURED' | 'UNCERTAIN';
      message: string;
      providerErrorCode?: string | null;
      httpStatus?: number | null;
      responseBody?: string | null;
      /** The wait the provider asked for. */
      retryAfterMs?: number | null;
      /** Whether it is every activity's trouble, so that calls are better held when it goes on, or this one's. */
      scope?: 'CONFIG' | 'RECIPIENT';
    };

/** What came to a config's callback URL. Header names are lower case; signatures are over the bytes of `body`. */
export interface ReceivedCallback {
  headers: Readonly<Record<string, string | undefined>>;
  body: Buffer;
  receivedAt: Date;
}

export type CallbackReading =
  | { kind: 'BAD_SIGNATURE' }
  | {
      kind: 'EVENTS';
      events: {
        /** The same one told twice has the same id. */
        id: string;
        activityId: string | null;
        providerActivityId: string | null;
        stage: 'QUEUED' | 'SENT' | 'DELIVERED' | 'READ' | 'FAILED';
        /** In the provider's words. */
        externalStatus: string;
        providerErrorCode: string | null;
        message: string | null;
        occurredAt: Date;
        /** Why the recipient must not be written to again; null where that is not so. */
        blocksContact: string | null;
        /** What was said of this one alone; kept with the result. */
        raw: unknown;
      }[];
    };
