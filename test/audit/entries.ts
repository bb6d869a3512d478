import type { RequestOptions, TestApi } from '../support/api';

export interface AuditEntryBody {
  id: string;
  at: string;
  actor: string;
  actorKind: string;
  address: string | null;
  requestId: string | null;
  action: string;
  subjectType: string;
  subjectId: string | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
  outcome: string;
}

/** The newest entries that fit, of whoever asks. */
export async function entriesOf(
  api: Pick<TestApi, 'request'>,
  { query = '', ...options }: RequestOptions & { query?: string },
): Promise<AuditEntryBody[]> {
  const { status, body } = await api.request<{ data: AuditEntryBody[] }>(
    'GET',
    `/api/audit?perPage=100&${query}`,
    options,
  );
  if (status !== 200) throw new Error(`no audit log: ${status} ${JSON.stringify(body)}`);
  return body.data;
}
