import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { answerOf, api, type Channel } from '../api';
import { useTenantHeader } from '../session/tenant';
import { useSettled } from '../ui/settled';
import { choiceOf, draftOf, emptyDraft } from './draft';

/** What the form begins with: empty, or the same as an activity; and the keys and channels to choose from. */
export function useBeginning(copyOf: string | undefined) {
  const header = useTenantHeader();
  return useQuery({
    queryKey: ['new-activity', header, copyOf ?? null],
    queryFn: async () => {
      const all = { query: { perPage: 100 }, header };
      const [{ data: configs }, { data: keys }] = await Promise.all([
        answerOf(api.GET('/api/dispatch-configs', { params: all })),
        answerOf(api.GET('/api/activity-config/attribute-keys', { params: all })),
      ]);
      const names = keys.map(({ key }) => key);
      return { configs, keys, draft: copyOf ? await copied(copyOf, names) : emptyDraft(names) };
    },
    // What was typed must not be lost to what came since.
    staleTime: Infinity,
    gcTime: 0,
    retry: false,
  });

  async function copied(id: string, names: string[]) {
    const params = { path: { id }, header };
    const [activity, { data: attributes }] = await Promise.all([
      answerOf(api.GET('/api/activities/{id}', { params })),
      answerOf(api.GET('/api/activities/{id}/attributes', { params })),
    ]);
    return draftOf(activity, attributes, names);
  }
}

/** Finds stores, routes and operators by name or your own id. */
export function useFinders() {
  const header = useTenantHeader();
  const params = (search: string) => ({
    query: { perPage: 10, isActive: true, ...(search !== '' && { search }) },
    header,
  });
  return {
    commerce: async (text: string) =>
      (await answerOf(api.GET('/api/commerces', { params: params(text) }))).data.map(choiceOf),
    route: async (text: string) =>
      (await answerOf(api.GET('/api/routes', { params: params(text) }))).data.map(choiceOf),
    operator: async (text: string) =>
      (await answerOf(api.GET('/api/operators', { params: params(text) }))).data.map(choiceOf),
  };
}

/** By which account activities of a channel go now, and why; null where none can be used. */
export function useChannelAccount(configs: { id: string; channel: Channel }[], channel: Channel | '') {
  const header = useTenantHeader();
  const id = configs.find((config) => config.channel === channel)?.id;
  return useQuery({
    queryKey: ['channel-account', header, channel],
    queryFn: async () => {
      const params = { path: { id: id ?? '' }, header };
      return (await answerOf(api.GET('/api/dispatch-configs/{id}', { params }))).channelUses;
    },
    enabled: id !== undefined,
  });
}

/** What an account would be sent, once typing pauses. */
export function usePreview(id: string | undefined, sample: Record<string, unknown> | undefined) {
  const header = useTenantHeader();
  const asked = useSettled(JSON.stringify(sample ?? null), 400);
  return useQuery({
    queryKey: ['preview', header, id, asked],
    queryFn: () => {
      const body = { id: id ?? '', sample: JSON.parse(asked) as Record<string, unknown> };
      return answerOf(api.POST('/api/dispatch-configs/preview', { params: { header }, body }));
    },
    enabled: id !== undefined && asked !== 'null',
    placeholderData: keepPreviousData,
    retry: false,
  });
}
