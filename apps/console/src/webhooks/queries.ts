import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components, paths } from '../../../../clients/typescript/src/schema.generated';
import { answerOf, api } from '../api';
import { useLiveInterval } from '../live';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { pageOf } from '../ui/Pages';

export type Webhook = components['schemas']['WatchedWebhookResponse'];
export type WebhookEvent = Webhook['events'][number];
export type Delivery = components['schemas']['WebhookDeliveryResponse'];
export type Trial = components['schemas']['WebhookTrialResponse'];
type DeliveryQuery = NonNullable<paths['/api/webhooks/{id}/deliveries']['get']['parameters']['query']>;

export const events = [
  'activity.created',
  'activity.unresolved',
  'activity.dispatched',
  'activity.completed',
  'activity.failed',
  'activity.canceled',
  'dispatch_config.down',
  'dispatch_config.up',
  'contact.blocked',
] as const satisfies WebhookEvent[];
export const deliveryStatuses = ['PENDING', 'DELIVERED', 'FAILED'] as const satisfies Delivery['status'][];

export function useWebhooks(search: Search) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(5000);
  return useQuery({
    queryKey: ['webhooks', header, search],
    queryFn: () => answerOf(api.GET('/api/webhooks', { params: { query: pageOf(search), header } })),
    placeholderData: keepPreviousData,
    refetchInterval,
    retry: false,
  });
}

export function useWebhook(id: string) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(5000);
  return useQuery({
    queryKey: ['webhook', header, id],
    queryFn: () => answerOf(api.GET('/api/webhooks/{id}', { params: { path: { id }, header } })),
    refetchInterval,
    retry: false,
  });
}

export function useDeliveries(id: string, search: Search) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(5000);
  return useQuery({
    queryKey: ['deliveries', header, id, search],
    queryFn: () => {
      const { status, eventType } = search;
      const query = { ...pageOf(search), ...(status && { status }), ...(eventType && { eventType }) } as DeliveryQuery;
      return answerOf(api.GET('/api/webhooks/{id}/deliveries', { params: { path: { id }, query, header } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval,
    retry: false,
  });
}

export function useDelivery(id: string, deliveryId: string) {
  const header = useTenantHeader();
  const refetchInterval = useLiveInterval(2000);
  return useQuery({
    queryKey: ['delivery', header, id, deliveryId],
    queryFn: () => {
      const params = { path: { id, deliveryId }, header };
      return answerOf(api.GET('/api/webhooks/{id}/deliveries/{deliveryId}', { params }));
    },
    refetchInterval,
    retry: false,
  });
}
