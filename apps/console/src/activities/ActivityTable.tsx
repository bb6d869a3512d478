import { Link, useParams } from '@tanstack/react-router';
import type { Activity } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { Time } from '../time';
import { StatusChip } from '../ui/StatusChip';
import { type Column, Table } from '../ui/Table';
import styles from './Activities.module.css';
import { chosenColumns, optionalColumns } from './optional-columns';
import { useAccounts } from './queries';
import { useWhy } from './why';
import { words } from './words';

interface ActivityTableProps {
  rows: Activity[];
  /** Whether these are of the question before, until the answer is there. */
  isStale: boolean;
  selected: ReadonlySet<string>;
  onSelect: (ids: ReadonlySet<string>) => void;
  onOpen: (id: string) => void;
}

/** One line an activity, with why it stands where it does. */
export function ActivityTable({ rows, isStale, selected, onSelect, onOpen }: ActivityTableProps) {
  const { list, channels } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const text = useWords(words);
  const chosen = chosenColumns(usePreferences());
  const account = useAccounts();
  const why = useWhy();
  /** By which it went or goes, else for which it waits. */
  const accountOf = ({ dispatchConfigId, waitingFor, provider }: Activity) =>
    account(dispatchConfigId) ?? waitingFor?.config?.name ?? provider;
  const columns: Column<Activity>[] = [
    { title: list.status, width: '128px', cell: ({ status }) => <StatusChip status={status} /> },
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
      cell: (row) => {
        const name = accountOf(row);
        return (
          <>
            {channels[row.channel]}
            {name && <span className={styles.dim}> · {name}</span>}
          </>
        );
      },
      full: (row) => [channels[row.channel], accountOf(row)].filter(Boolean).join(' · '),
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
      title: list.why,
      width: '28%',
      cell: (row) => <span className={row.status === 'FAILED' ? styles.failed : styles.why}>{why(row)}</span>,
      full: why,
    },
    ...chosen.map((name) => ({ title: text.column[name], ...optionalColumns[name] })),
    { title: list.created, width: '112px', isNumber: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
  return (
    <Table
      caption={list.caption}
      rows={rows}
      columns={columns}
      idOf={({ id }) => id}
      isStale={isStale}
      minWidth={720 + 120 * chosen.length}
      selection={{ ids: selected, onSelect, nameOf: ({ reason }) => reason }}
      onOpen={({ id }) => onOpen(id)}
    />
  );
}
