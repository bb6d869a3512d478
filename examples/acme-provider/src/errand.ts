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

export type DispatchOutcome =
  | { accepted: true; providerActivityId: string | null; httpStatus: number | null; responseBody: string | null }
  | {
      accepted: false;
      code: 'PROVIDER_REJECTED' | 'PROVIDER_ERROR';
      message: string;
      httpStatus: number | null;
      responseBody: string | null;
      retryAfterMs: number | null;
    };
