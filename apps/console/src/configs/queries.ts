import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Config, type ConfigHealth } from '../api';
import { useFollowed } from '../live-stream';
import { useLiveInterval } from '../live';
import { useTenantHeader } from '../session/tenant';

export const windows = ['5m', '1h', '24h'] as const;
export type Window = (typeof windows)[number];

/** How each account does, by channel in the order of use. */
export function useHealth(window: Window = '1h') {
  const header = useTenantHeader();
  const queryKey = ['health', header, window];
  const queryFn = async () => {
    const params = { query: { window }, header };
    return (await answerOf(api.GET('/api/dispatch-configs/health', { params }))).data;
  };
  return useFollowed(
    window === '1h' ? 'configs' : undefined,
    { queryKey, queryFn, placeholderData: keepPreviousData },
    rowsOf,
  );
}

const rowsOf = ({ data }: { data: ConfigHealth[] }) => data;

/** All accounts by id: a tenant has few. */
export function useConfigs() {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(15_000);
  return useQuery({
    queryKey: ['configs', header],
    queryFn: async () => {
      const all = new Map<string, Config>();
      let cursor: string | undefined;
      do {
        const query = { perPage: 100, ...(cursor === undefined ? {} : { cursor }) };
        const { data, nextCursor } = await answerOf(api.GET('/api/dispatch-configs', { params: { query, header } }));
        for (const config of data) all.set(config.id, config);
        cursor = nextCursor ?? undefined;
      } while (cursor !== undefined);
      return all;
    },
    refetchInterval,
    retry: false,
  });
}

export function useConfig(id: string) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(5000);
  return useQuery({
    queryKey: ['config', header, id],
    queryFn: () => answerOf(api.GET('/api/dispatch-configs/{id}', { params: { path: { id }, header } })),
    refetchInterval,
    retry: false,
  });
}

/** The providers that are loaded, with what their accounts take. */
export function useProviders() {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['providers', header],
    queryFn: async () => (await answerOf(api.GET('/api/dispatch-providers', { params: { header } }))).data,
    staleTime: 600_000,
    retry: false,
  });
}
