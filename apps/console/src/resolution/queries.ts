import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Schemas } from '../api';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Targets = Schemas['TargetResolutionConfigResponse'];
export type AttributeKey = Schemas['AttributeKeyResponse'];
export type Policy = Schemas['AttributePolicyResponse'];
export type ResultType = Schemas['ResultTypeResponse'];

/** All of them, by their priority: a tenant has 200 at most. */
export function useTargets() {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['targets', header],
    queryFn: async () => {
      const all: Targets[] = [];
      for (let cursor: string | null | undefined; cursor !== null;) {
        const query = { perPage: 100, ...(cursor && { cursor }) };
        const page = await answerOf(api.GET('/api/activity-config/target-resolution', { params: { query, header } }));
        all.push(...page.data);
        cursor = page.nextCursor;
      }
      return { data: all.sort((one, other) => one.priority - other.priority) };
    },
  });
}

export function useAttributeKeys(search: Search) {
  const header = useTenantHeader();
  const query = pageOf(search);
  return useQuery({
    queryKey: ['attribute-keys', header, query],
    queryFn: () => answerOf(api.GET('/api/activity-config/attribute-keys', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

export function usePolicies(search: Search) {
  const header = useTenantHeader();
  const query = pageOf(search);
  return useQuery({
    queryKey: ['attribute-policies', header, query],
    queryFn: () => answerOf(api.GET('/api/activity-config/attribute-policies', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

export function useResultTypes(search: Search) {
  const header = useTenantHeader();
  const query = pageOf(search);
  return useQuery({
    queryKey: ['result-types', header, query],
    queryFn: () => answerOf(api.GET('/api/activity-config/result-types', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}
