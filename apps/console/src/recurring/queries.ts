import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../../../clients/typescript/src/schema.generated';
import { answerOf, api } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

type Schemas = components['schemas'];
export type Recurring = Schemas['RecurringActionResponse'];
export type Occurrence = Schemas['OccurrenceViewResponse'];
export type NextTime = Schemas['NextTimeResponse'];
export type NewRecurring = Schemas['CreateRecurringRequest'];

export const recurringStatuses = ['active', 'paused', 'completed'] as const;
export type RecurringStatus = (typeof recurringStatuses)[number];

/** The status that an address asks for. */
export function statusOf({ status }: Search): RecurringStatus | undefined {
  return recurringStatuses.find((one) => one === status);
}

/** What of a list its address asks for. */
export function sliceOf(search: Search): { limit: number; offset: number } {
  const { page, perPage } = pageOf(search);
  return { limit: perPage, offset: (page - 1) * perPage };
}

/** One page of the list that an address asks for. */
export function useRecurringList(search: Search) {
  const header = useTenantHeader();
  const status = statusOf(search);
  const query = { ...sliceOf(search), ...(status && { status }) };
  return useQuery({
    queryKey: ['recurring', header, query],
    queryFn: () => answerOf(api.GET('/v1/recurring', { params: { query, header } })),
    placeholderData: keepPreviousData,
    refetchInterval: useLiveInterval(5000),
  });
}

export function useRecurring(id: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['recurring', header, id],
    queryFn: () => answerOf(api.GET('/v1/recurring/{id}', { params: { path: { id }, header } })),
    refetchInterval: useLiveInterval(5000),
    retry: false,
  });
}

/** Changes whenever a time of it has come, or it was changed itself. */
function versionOf({ updated_at, next_execution_at, last_executed_at, status }: Recurring): string {
  return [updated_at, next_execution_at, last_executed_at, status].join();
}

/** When it is done next: asked for once, and again when the last answer is over. */
export function useNextTimes(recurring: Recurring, count: number) {
  const header = useTenantHeader();
  const { id } = recurring;
  return useQuery({
    queryKey: ['recurring-next', header, id, count, versionOf(recurring)],
    queryFn: () => answerOf(api.GET('/v1/recurring/{id}/next', { params: { path: { id }, query: { count }, header } })),
    placeholderData: keepPreviousData,
    enabled: recurring.status === 'active',
    staleTime: Infinity,
  });
}

/** What became of its times, latest first; followed while the activity of one is still to be sent. */
export function useOccurrences(recurring: Recurring, query: { limit: number; offset?: number }) {
  const header = useTenantHeader();
  const { id } = recurring;
  const ms = useLiveInterval(5000);
  return useQuery({
    queryKey: ['occurrences', header, id, query, versionOf(recurring)],
    queryFn: () => answerOf(api.GET('/v1/recurring/{id}/occurrences', { params: { path: { id }, query, header } })),
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) =>
      state.data?.occurrences.some(({ activity_status }) => activity_status === 'READY') === true ? ms : false,
    staleTime: 60_000,
  });
}

/** When one like this would be done. */
export function usePreview(cron_expr: string, timezone: string) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['recurring-preview', header, cron_expr, timezone],
    queryFn: () => answerOf(api.POST('/v1/recurring/preview', { params: { header }, body: { cron_expr, timezone } })),
    placeholderData: keepPreviousData,
    enabled: cron_expr !== '' && timezone !== '',
    retry: false,
  });
}

/** The names of the tenant's accounts, by which a recurring action says through what it is sent. */
export function useAccountNames(): string[] {
  const header = useTenantHeader();
  const { data } = useQuery({
    queryKey: ['accounts', header],
    queryFn: () => answerOf(api.GET('/api/dispatch-configs', { params: { query: { perPage: 100 }, header } })),
    staleTime: 60_000,
  });
  return data?.data.map(({ name }) => name) ?? [];
}
