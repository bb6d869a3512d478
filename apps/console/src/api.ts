import createClient from 'openapi-fetch';
import type { components, paths } from '../../../clients/typescript/src/schema.generated';

export type Schemas = components['schemas'];
export type Activity = Schemas['ListedActivityResponse'];
export type ActivityDetail = Schemas['ActivityDetailResponse'];
export type Status = Activity['status'];
export type Channel = Activity['channel'];
export type Origin = Activity['origin'];
export type Waiting = Schemas['WaitingForResponse'];
export type WaitReason = Waiting['reason'];
export type Problem = Schemas['ProblemResponse'];
export type Me = Schemas['MeResponse'];
export type TimelineEntry = Schemas['TimelineItemResponse'];
export type Config = Schemas['DispatchConfigResponse'];
export type ConfigDetail = Schemas['DispatchConfigDetailResponse'];
export type ConfigToCreate = Schemas['CreateDispatchConfigRequest'];
export type Overview = Schemas['OverviewResponse'];
export type ConfigHealth = Schemas['ConfigHealthResponse'];
export type Provider = Schemas['DispatchProviderResponse'];
export type ChannelDefinition = Schemas['ChannelDefinitionResponse'];
export type FieldDefinition = Schemas['FieldDefinitionResponse'];
export type TestCall = Schemas['ProbeResponse'];
export type TestRecipient = Schemas['TrialRecipientRequest'];
export type Preview = Schemas['PreviewResponse'];

/** The api as the page calls it: with the session's cookie, lists comma-joined. */
export const api = createClient<paths>({
  headers: { 'x-errand-console': '1' },
  querySerializer: (query) =>
    Object.entries(query)
      .flatMap(([key, value]): [string, unknown][] =>
        key === 'label' ? Object.entries(value as object).map(([label, of]) => [`label.${label}`, of]) : [[key, value]],
      )
      .filter(([, value]) => value !== undefined && value !== null)
      .map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent([value].flat().join(','))}`)
      .join('&'),
});

/** What the api refused, as it says it; `OFFLINE` when it did not answer, or not in JSON. */
export class ApiError extends Error {
  constructor(readonly problem: Pick<Problem, 'code' | 'statusCode'> & Partial<Problem>) {
    super(String(problem.message ?? problem.code));
  }
}

/** Whether it says that there is no such object, or that its id is none. */
export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && [400, 404].includes(error.problem.statusCode);
}

/**
 * What a call answered.
 * @throws ApiError what it was refused with
 */
export async function answerOf<T>(call: Promise<{ data?: T; error?: unknown; response: Response }>): Promise<T> {
  const { data, error, response } = await call.catch((): never => {
    throw new ApiError({ code: 'OFFLINE', statusCode: 0 });
  });
  if (response.ok) return data as T;
  const problem = typeof error === 'object' && error !== null ? (error as Problem) : undefined;
  throw new ApiError(problem ?? { code: 'OFFLINE', statusCode: response.status });
}
