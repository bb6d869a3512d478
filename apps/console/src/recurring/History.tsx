import { Link, useParams } from '@tanstack/react-router';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { Time } from '../time';
import { Section } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { StatusChip } from '../ui/StatusChip';
import { Table } from '../ui/Table';
import { shortId } from '../activities/short-id';
import { useOutcomeText } from './outcome';
import { type Recurring, sliceOf, useOccurrences } from './queries';
import styles from './Recurring.module.css';
import { words } from './words';

interface HistoryProps {
  recurring: Recurring;
  search: Search;
  onChange: (changed: Search) => void;
}

/** What became of each time, latest first, with a link to its activity. */
export function History({ recurring, search, onChange }: HistoryProps) {
  const text = useWords(words);
  const { list } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const outcomeText = useOutcomeText();
  const { data, error, refetch, isPlaceholderData } = useOccurrences(recurring, sliceOf(search));
  return (
    <Section title={text.history} actions={data && data.count > 0 ? text.historyCount(data.count) : undefined}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={6} />}
      {data?.count === 0 && <p className={styles.dim}>{text.noHistory}</p>}
      {data && data.occurrences.length > 0 && (
        <Table
          caption={text.history}
          rows={data.occurrences}
          idOf={({ scheduled_for }) => scheduled_for}
          isStale={isPlaceholderData}
          minWidth={560}
          columns={[
            { title: text.at, width: '128px', cell: ({ scheduled_for }) => <Time at={scheduled_for} /> },
            {
              title: text.outcome,
              cell: (row) =>
                row.activity_status === null ? (
                  <span className={styles.dim}>{outcomeText(row)}</span>
                ) : (
                  <StatusChip status={row.activity_status} />
                ),
              full: outcomeText,
            },
            {
              title: text.activity,
              width: '152px',
              cell: ({ activity_id: id, activity_status: status }) =>
                id !== null &&
                status !== null && (
                  <Link data-row to="/t/$tenant/activities/$id" params={{ tenant, id }}>
                    <code>{shortId(id)}</code>
                  </Link>
                ),
            },
            { title: text.kind, width: '128px', cell: ({ kind }) => text.kinds[kind] },
            { title: text.decided, width: '112px', isNumber: true, cell: ({ created_at }) => <Time at={created_at} /> },
          ]}
        />
      )}
      {data && (
        <Pages
          search={search}
          rows={data.occurrences.length}
          onChange={onChange}
          words={{ previous: list.newer, next: list.older }}
        />
      )}
    </Section>
  );
}
