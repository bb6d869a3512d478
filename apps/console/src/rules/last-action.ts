import { answerOf, api, ApiError } from '../api';

interface LastAction {
  action: object;
  /** Whether it is as it came; else it is what its activity says of it. */
  isAsSent: boolean;
}

/** The newest action that came, as `POST /v1/dispatch` takes it. */
export async function readLastAction(header: { 'x-tenant-id': string }): Promise<LastAction | undefined> {
  const query = { origin: ['ACTION' as const], perPage: 1, total: 'none' as const };
  const { data } = await answerOf(api.GET('/api/activities', { params: { query, header } }));
  const [newest] = data;
  if (!newest) return undefined;
  const params = { path: { id: newest.id }, header };
  try {
    const { id, namespace, provider, action_type, payload, metadata } = await answerOf(
      api.GET('/v1/scheduled/{id}', { params }),
    );
    return {
      action: { ...(id === null ? {} : { id }), namespace, provider, action_type, payload, metadata },
      isAsSent: true,
    };
  } catch (error) {
    // What was sent at once is no scheduled action.
    if (!(error instanceof ApiError) || error.problem.statusCode !== 404) throw error;
  }
  const { reason, dispatchConfig, provider, attributes, metadata } = await answerOf(
    api.GET('/api/activities/{id}', { params }),
  );
  const payload = Object.fromEntries(attributes.map(({ key, value }) => [key, value]));
  return {
    action: { provider: dispatchConfig?.name ?? provider, action_type: reason, payload, metadata },
    isAsSent: false,
  };
}
