import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { shortId } from '../activities/short-id';
import type { Status } from '../api';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useSteadyRows } from '../steady';
import { Time } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Section } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Chip } from '../ui/Chip';
import { Table } from '../ui/Table';
import { Tabs } from '../ui/Tabs';
import { Toolbar } from '../ui/Toolbar';
import { type Delivery, deliveryStatuses, events, useDeliveries, type Webhook } from './queries';
import { Resend } from './Resend';
import styles from './Webhooks.module.css';
import { words } from './words';

const likes = { PENDING: 'READY', DELIVERED: 'COMPLETED', FAILED: 'FAILED' } satisfies Record<
  Delivery['status'],
  Status
>;

export function DeliveryChip({ status }: Pick<Delivery, 'status'>) {
  const text = useWords(words);
  return <Chip look={likes[status]}>{text.statuses[status]}</Chip>;
}

/** What the endpoint answered last, in few words. */
export function answerOfLast({ lastError, lastHttpStatus }: Delivery): string | undefined {
  return lastError ?? (lastHttpStatus === null ? undefined : `HTTP ${lastHttpStatus}`);
}

/** What a webhook was told, or is to be told; everything that narrows it stands in the address. */
export function Deliveries({ webhook, search }: { webhook: Webhook; search: Search }) {
  const text = useWords(words);
  const { common } = useMessages();
  const { tenant = '', id = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const [isAsked, setAsked] = useState(false);
  const { row: _row, ...asked } = search;
  const { data, error, refetch, isPlaceholderData } = useDeliveries(id, asked);
  const { rows, newer, show } = useSteadyRows(isPlaceholderData ? undefined : data?.data, asked);
  const to = { to: '/t/$tenant/webhooks/$id', params: { tenant, id } } as const;
  const change = (changed: Search) => void navigate({ ...to, search: { ...asked, page: undefined, ...changed } });
  const isNarrowed = Boolean(search.status ?? search.eventType ?? search.page);
  return (
    <Section
      title={text.deliveries}
      actions={
        webhook.failed > 0 && (
          <Button refusal={refusalOf('POST /api/webhooks/{id}/deliveries/resend')} onClick={() => setAsked(true)}>
            {text.resendAll}
          </Button>
        )
      }
    >
      <Tabs
        label={text.status}
        tabs={[
          { name: 'all', text: text.all },
          ...deliveryStatuses.map((status) => ({ name: status, text: text.statuses[status] })),
        ]}
        chosen={search.status ?? 'all'}
        onChange={(name) => change({ status: name === 'all' ? undefined : name })}
      />
      <Toolbar>
        <select
          aria-label={text.event}
          value={search.eventType ?? ''}
          onChange={({ target }) => change({ eventType: target.value || undefined })}
        >
          <option value="">{text.anyEvent}</option>
          {events.map((event) => (
            <option key={event} value={event}>
              {text.eventWords[event]}
            </option>
          ))}
        </select>
      </Toolbar>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && rows.length === 0 && !isPlaceholderData && (
        <Empty
          title={
            !isNarrowed
              ? text.noDeliveries
              : search.status === 'FAILED' && search.eventType === undefined
                ? text.noFailed
                : text.nothingMatches
          }
        >
          {isNarrowed ? (
            <Button onClick={() => void navigate(to)}>{common.clear}</Button>
          ) : (
            <p>{text.noDeliveriesText}</p>
          )}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption={text.deliveriesCaption}
          rows={rows}
          idOf={(delivery) => delivery.id}
          isStale={isPlaceholderData}
          onOpen={(delivery) => void navigate({ ...to, search: { ...asked, row: delivery.id } })}
          columns={[
            {
              title: text.event,
              width: '176px',
              cell: (delivery) => (
                <Link {...to} search={{ ...asked, row: delivery.id }} data-row>
                  {delivery.eventType}
                </Link>
              ),
              full: ({ eventType }) => text.eventWords[eventType],
            },
            { title: text.status, width: '128px', cell: ({ status }) => <DeliveryChip status={status} /> },
            {
              title: text.subject,
              width: '136px',
              cell: ({ eventType, subjectId }) =>
                eventType.startsWith('activity.') ? (
                  <Link to="/t/$tenant/activities/$id" params={{ tenant, id: subjectId }}>
                    <code>{shortId(subjectId)}</code>
                  </Link>
                ) : (
                  <code>{shortId(subjectId)}</code>
                ),
            },
            { title: text.attempts, width: '88px', isNumber: true, cell: ({ attempts }) => attempts },
            { title: text.answer, cell: answerOfLast, full: answerOfLast },
            {
              title: text.next,
              width: '128px',
              isNumber: true,
              cell: ({ nextAttemptAt }) => nextAttemptAt && <Time at={nextAttemptAt} />,
            },
            {
              title: text.occurred,
              width: '128px',
              isNumber: true,
              cell: ({ occurredAt }) => <Time at={occurredAt} />,
            },
          ]}
        />
      )}
      {data && (
        <div className={styles.foot}>
          {newer > 0 && <Button onClick={show}>▲ {text.newOnes(newer)}</Button>}
          <Pages
            search={search}
            rows={data.data.length}
            onChange={change}
            words={{ previous: text.newer, next: text.older }}
          />
        </div>
      )}
      {isAsked && <Resend webhook={webhook} eventType={search.eventType} onClose={() => setAsked(false)} />}
    </Section>
  );
}
