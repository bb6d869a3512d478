import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Activity } from '../api';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { pageOf, Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import styles from './Activities.module.css';
import { ActivityPanel } from './ActivityPanel';
import { ActivityTable } from './ActivityTable';
import { BulkLinks } from './BulkLinks';
import { ExportCsv } from './ExportCsv';
import { FilterBar } from './FilterBar';
import { unknownKeys } from './filters';
import { NothingFound } from './NothingFound';
import { useActivities, useChanges } from './queries';
import { StatusTabs } from './StatusTabs';

/** The tenant's activities, newest first: everything that narrows them stands in the address. */
export function ActivitiesScreen() {
  const { list, screens } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const { row, ...search } = useSearch({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const { page } = pageOf(search);
  const { data, error, refetch, isPlaceholderData } = useActivities(search);
  const rows = data?.data ?? [];
  const ids = rows.map(({ id }) => id);
  const changes = useChanges(search, ids, page === 1 ? rows[0]?.id : undefined);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const filterKey = JSON.stringify({ ...search, page: undefined });
  useEffect(() => setSelected(new Set()), [filterKey]);

  /** Goes to the same list with this changed; to its first page unless told. */
  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/activities',
      params: { tenant },
      search: { ...search, page: undefined, ...changed },
    });

  /** Shows one beside the list, or none. */
  const open = (id: string | undefined) => change({ page: search.page, row: id });

  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });

  const total = data?.meta.total ?? null;
  const newer = page === 1 ? (changes.data?.newer ?? 0) : 0;
  const unknown = unknownKeys(search);
  const format = (n: number) => `${n.toLocaleString(language)}${data?.meta.totalIsCapped ? '+' : ''}`;

  return (
    <Page
      title={screens.activities}
      aside={total === null ? undefined : list.total(format(total))}
      actions={
        <>
          <ExportCsv search={search} />
          <BulkLinks search={search} ids={[...selected]} />
          <Button
            kind="primary"
            refusal={refusalOf('POST /api/activities')}
            onClick={() => void navigate({ to: '/t/$tenant/activities/new', params: { tenant } })}
          >
            {list.create}
          </Button>
        </>
      }
    >
      <StatusTabs search={search} onChange={(status) => change({ status })} />
      <FilterBar field={field} search={search} onChange={change} />
      {unknown.length > 0 && <Note kind="warning">{list.unknownKeys(unknown.join(', '))}</Note>}
      {data?.meta.matchedBy && <p className={styles.matched}>{list.matchedBy[data.meta.matchedBy]}</p>}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && rows.length === 0 && !error && <NothingFound search={search} onChange={change} />}
      {rows.length > 0 && (
        <ActivityTable
          rows={patched(rows, changes.data?.data)}
          isStale={isPlaceholderData}
          selected={selected}
          onSelect={setSelected}
          onOpen={open}
        />
      )}
      {!data && !error && <Skeleton />}
      {data && (rows.length > 0 || page > 1) && (
        <div className={styles.foot}>
          <span>
            {selected.size > 0 &&
              (total !== null && total > selected.size
                ? list.selectedOf(
                    selected.size,
                    format(total),
                    ids.every((id) => selected.has(id)),
                  )
                : list.selected(selected.size))}
          </span>
          {newer > 0 && (
            <Button onClick={() => void refetch()} disabled={selected.size > 0}>
              ▲ {list.newOnes(newer)}
            </Button>
          )}
          <Pages
            search={search}
            rows={data.data.length}
            onChange={change}
            words={{ previous: list.newer, next: list.older }}
          />
        </div>
      )}
      {row !== undefined && <ActivityPanel id={row} onClose={() => open(undefined)} />}
    </Page>
  );
}

type Change = Pick<Activity, 'id' | 'status' | 'updatedAt' | 'lastError' | 'waitingFor'>;

/** The rows as they are by now: their place stays, since what moves under a pointer is clicked by mistake. */
function patched(rows: Activity[], changes: Change[] = []): Activity[] {
  const byId = new Map(changes.map((change) => [change.id, change]));
  return rows.map((row) => {
    const change = byId.get(row.id);
    return change && change.updatedAt >= row.updatedAt ? { ...row, ...change } : row;
  });
}
