import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { Time, useRelative } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { pageOf, Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { StatusChip } from '../ui/StatusChip';
import { type Column, Table } from '../ui/Table';
import { Tabs } from '../ui/Tabs';
import { cronText } from './cron';
import { nameOf } from './name';
import { useOutcomeText } from './outcome';
import { PauseButton } from './PauseButton';
import { type Recurring, recurringStatuses, statusOf, useNextTimes, useOccurrences, useRecurringList } from './queries';
import styles from './Recurring.module.css';
import { Strip } from './Strip';
import { words } from './words';

/** What is done again and again: when each is done next, and what became of its last times. */
export function RecurringListScreen() {
  const text = useWords(words);
  const { screens, errors, list } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const { data, error, refetch, isPlaceholderData } = useRecurringList(search);
  const [failure, setFailure] = useState<unknown>();
  const rows = data?.recurring_actions ?? [];
  const status = statusOf(search);
  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/recurring',
      params: { tenant },
      search: { ...search, page: undefined, ...changed },
    });

  const isNothing = data?.count === 0 && !error && status === undefined && pageOf(search).page === 1;
  const columns: Column<Recurring>[] = [
    {
      title: text.name,
      width: '15%',
      cell: (row) => (
        <Link data-row to="/t/$tenant/recurring/$id" params={{ tenant, id: row.id }}>
          {nameOf(row)}
        </Link>
      ),
      full: nameOf,
    },
    { title: text.next, width: '28%', cell: (row) => <Next recurring={row} /> },
    {
      title: text.runs,
      cell: ({ cron_expr, timezone }) => (
        <>
          {cronText(cron_expr, language)} <span className={styles.dim}>· {timezone}</span>
        </>
      ),
      full: ({ cron_expr, timezone }) => `${cronText(cron_expr, language)} · ${timezone} · ${cron_expr}`,
    },
    { title: text.lastOutcome, width: '12%', cell: (row) => <Last recurring={row} /> },
    { title: text.last20, width: '132px', cell: (row) => <LastTwenty recurring={row} /> },
    {
      title: text.pause,
      width: '104px',
      cell: (row) => <PauseButton recurring={row} onAnswer={setFailure} />,
    },
  ];
  return (
    <Page
      title={screens.recurring}
      aside={data && data.count > 0 ? list.total(data.count.toLocaleString(language)) : undefined}
      actions={isNothing ? undefined : <NewLink />}
    >
      <Tabs
        label={text.status}
        tabs={[
          { name: 'all', text: text.all },
          ...recurringStatuses.map((name) => ({ name, text: text.statuses[name] })),
        ]}
        chosen={status ?? 'all'}
        onChange={(name) => change({ status: name === 'all' ? undefined : name })}
      />
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {rows.length > 0 && (
        <Table
          caption={text.caption}
          rows={rows}
          columns={columns}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ id }) => void navigate({ to: '/t/$tenant/recurring/$id', params: { tenant, id } })}
        />
      )}
      {isNothing && (
        <Empty title={text.empty}>
          <p>{text.emptyText}</p>
          <NewLink />
        </Empty>
      )}
      {data && rows.length === 0 && !error && status !== undefined && (
        <Empty title={text.nothingMatches}>
          <Button onClick={() => change({ status: undefined })}>{text.showAll}</Button>
        </Empty>
      )}
      {data && <Pages search={search} rows={rows.length} onChange={change} />}
    </Page>
  );
}

function NewLink() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  return (
    <Button
      kind="primary"
      refusal={refusalOf('POST /v1/recurring')}
      onClick={() => void navigate({ to: '/t/$tenant/recurring/new', params: { tenant } })}
    >
      {text.create}
    </Button>
  );
}

/** The next time, as soon as the row is there, and the two after it; or why there is none. */
function Next({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const relative = useRelative();
  const { data } = useNextTimes(recurring, 3);
  const { status, next_execution_at: next } = recurring;
  if (status !== 'active') return <span className={styles.dim}>{text.is[status]}</span>;
  if (next === null) return null;
  const others = (data?.occurrences ?? []).map(({ scheduled_for }) => scheduled_for).filter((at) => at > next);
  const soon = relative(next);
  return (
    <>
      <strong className={styles.next}>
        <Time at={next} />
        {soon !== '' && ` (${soon})`}
      </strong>
      {others.map((at) => (
        <span key={at} className={styles.dim}>
          {' · '}
          <Time at={at} />
        </span>
      ))}
    </>
  );
}

function Last({ recurring }: { recurring: Recurring }) {
  const outcomeText = useOutcomeText();
  const { tenant = '' } = useParams({ strict: false });
  const { data } = useOccurrences(recurring, { limit: 20 });
  const [last] = data?.occurrences ?? [];
  if (!last) return <Dash isThere={data !== undefined} />;
  if (last.activity_id === null || last.activity_status === null) {
    return (
      <span className={styles.dim} title={outcomeText(last)}>
        {outcomeText(last)}
      </span>
    );
  }
  return (
    <Link to="/t/$tenant/activities/$id" params={{ tenant, id: last.activity_id }}>
      <StatusChip status={last.activity_status} />
    </Link>
  );
}

function LastTwenty({ recurring }: { recurring: Recurring }) {
  const { data } = useOccurrences(recurring, { limit: 20 });
  if (!data || data.count === 0) return <Dash isThere={data !== undefined} />;
  return <Strip occurrences={data.occurrences} />;
}

/** What is empty, once that is known. */
function Dash({ isThere }: { isThere: boolean }) {
  const { common } = useMessages();
  return isThere ? <span className={styles.dim}>{common.none}</span> : null;
}
