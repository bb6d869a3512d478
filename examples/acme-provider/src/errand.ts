/** The part of Errand's dispatcher contract that this package uses. Types only: nothing of Errand is imported. */

interface Field {
  key: string;
  label: string;
  type: 'string' | 'integer' | 'number' | 'boolean' | 'string[]';
  required: boolean;
  secret?: boolean;
  default?: unknown;
}

export interface ChannelDefinition {
  channel: 'SALESMAN' | 'CALLCENTER' | 'WHATSAPP' | 'EMAIL' | 'SMS' | 'PUSH';
  baseUrl: 'required' | 'optional' | 'none';
  credentials: Field[];
  settings: Field[];
}

export interface DispatchRequest {
  payload: { id: string; reason: string; commerce: { externalId: string } | null };
  account: {
    baseUrl: string | null;
    credentials: Record<string, unknown>;
    settings: Record<string, unknown>;
    timeoutMs: number;
  };
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
