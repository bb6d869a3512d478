import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { PutOff } from '../activities/PutOff';
import { useAccounts } from '../activities/queries';
import { type Activity, answerOf, api, ApiError, type Channel } from '../api';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { type Day, spanOf } from './calendar';
import { useDayText } from './day-text';
import { useWaiting } from './queries';
import styles from './Scheduled.module.css';
import { words } from './words';

interface DayListProps {
  day: Day;
  zone: string;
  channel: Channel | undefined;
  search: Search;
  onChange: (changed: Search) => void;
  onCount: (count: number) => void;
}

/** What waits for its time on a day, each to be put off, sent now or canceled. */
export function DayList({ day, zone, channel, search, onChange, onCount }: DayListProps) {
  const text = useWords(words);
  const { list, detail, channels, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const dayText = useDayText();
  const account = useAccounts();
  const { isBusy, failure, act } = useAct();
  const [asked, setAsked] = useState<{ what: 'putOff' | 'cancel'; activity: Activity }>();
  const span = useMemo(() => spanOf([day], zone), [day, zone]);
  const { data, error, refetch, isPlaceholderData } = useWaiting(span, channel, search);
  const total = data?.meta.total ?? undefined;
  useEffect(() => {
    if (total !== undefined && !isPlaceholderData) onCount(total);
  }, [total, isPlaceholderData, onCount]);

  const sendNow = (id: string) =>
    act(async () => {
      const params = { path: { id }, header };
      const { outcome } = await answerOf(api.POST('/api/activities/{id}/dispatch', { params }));
      if (outcome === 'SUCCESS') toast(detail.actions.sent);
      // It says there why it was not sent.
      else await navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id } });
    });
  const cancel = (id: string) =>
    act(async () => {
      await answerOf(api.PATCH('/api/activities/{id}/cancel', { params: { path: { id }, header } }));
      toast(detail.actions.canceled);
    }).finally(() => setAsked(undefined));
  const isInFlight = failure instanceof ApiError && String(failure.problem.code) === 'IN_FLIGHT';
  const rows = data?.data ?? [];
  return (
    <>
      {failure !== undefined &&
        (isInFlight ? (
          <Note kind="warning">{detail.actions.inFlight}</Note>
        ) : (
          <ProblemNote error={failure} title={errors.action} />
        ))}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && rows.length === 0 && !error && (
        <Empty title={text.empty}>
          <p>{text.emptyText}</p>
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption={text.list(dayText(day))}
          rows={rows}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ id }) => void navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id } })}
          columns={[
            { title: text.time, width: '144px', cell: ({ scheduledAt }) => <Time at={scheduledAt} /> },
            {
              title: list.reason,
              cell: ({ id, reason }) => (
                <Link data-row to="/t/$tenant/activities/$id" params={{ tenant, id }}>
                  {reason}
                </Link>
              ),
              full: ({ reason }) => reason,
            },
            {
              title: list.channelAccount,
              cell: ({ channel: of, dispatchConfigId, provider }) => {
                const name = account(dispatchConfigId) ?? provider;
                return (
                  <>
                    {channels[of]}
                    {name && <span className={styles.dim}> · {name}</span>}
                  </>
                );
              },
            },
            {
              title: list.store,
              cell: ({ commerceAssignment }) =>
                commerceAssignment && (
                  <>
                    {commerceAssignment.commerce.name} <code>{commerceAssignment.commerce.externalId}</code>
                  </>
                ),
              full: ({ commerceAssignment }) => commerceAssignment?.commerce.name,
            },
            {
              title: text.actions,
              width: '336px',
              cell: (activity) => (
                <span className={styles.acts}>
                  <Button
                    disabled={isBusy}
                    refusal={refusalOf('PATCH /api/activities/{id}')}
                    aria-label={text.actionOf(detail.actions.putOff, activity.reason)}
                    onClick={() => setAsked({ what: 'putOff', activity })}
                  >
                    {detail.actions.putOff}
                  </Button>
                  <Button
                    disabled={isBusy}
                    refusal={refusalOf('POST /api/activities/{id}/dispatch')}
                    aria-label={text.actionOf(detail.actions.sendNow, activity.reason)}
                    onClick={() => void sendNow(activity.id)}
                  >
                    {detail.actions.sendNow}
                  </Button>
                  <Button
                    disabled={isBusy}
                    refusal={refusalOf('PATCH /api/activities/{id}/cancel')}
                    aria-label={text.actionOf(detail.actions.cancel, activity.reason)}
                    onClick={() => setAsked({ what: 'cancel', activity })}
                  >
                    {detail.actions.cancel}
                  </Button>
                </span>
              ),
            },
          ]}
        />
      )}
      {data && <Pages search={search} rows={rows.length} onChange={onChange} />}
      {asked?.what === 'putOff' && <PutOff activity={asked.activity} onClose={() => setAsked(undefined)} />}
      {asked?.what === 'cancel' && (
        <Confirm
          title={detail.actions.confirmCancel(asked.activity.reason)}
          text={detail.actions.confirmCancelText}
          action={detail.actions.cancel}
          isOpen
          isBusy={isBusy}
          onClose={() => setAsked(undefined)}
          onConfirm={() => void cancel(asked.activity.id)}
        />
      )}
    </>
  );
}
