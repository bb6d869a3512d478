import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import type { Activity } from '../api';
import { useMessages } from '../i18n';
import { useKeys } from '../keyboard';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import styles from './Activities.module.css';
import { ActivityTable } from './ActivityTable';
import { FilterBar } from './FilterBar';
import { unknownKeys } from './filters';
import { NothingFound } from './NothingFound';
import { useActivities, useChanges } from './queries';
import { StatusTabs } from './StatusTabs';

const pageSizes = ['25', '50', '100'];

/** The tenant's activities, newest first: everything that narrows them stands in the address. */
export function ActivitiesScreen() {
  const { list, screens } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const perPage = Number(search.perPage ?? 25);
  const page = Number(search.page ?? 1);
  const { data, error, refetch, isPlaceholderData } = useActivities(search, perPage);
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

  const open = (id: string) => void navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id } });

  const heading = useRef<HTMLHeadingElement>(null);
  const field = useRef<HTMLInputElement>(null);
  useKeys({ '/': () => field.current?.focus() });

  const total = data?.meta.total ?? null;
  const isLastPage = data === undefined || rows.length < perPage;
  const newer = page === 1 ? (changes.data?.newer ?? 0) : 0;
  const unknown = unknownKeys(search);
  const format = (n: number) => `${n.toLocaleString(language)}${data?.meta.totalIsCapped ? '+' : ''}`;

  return (
    <>
      <title>{`${screens.activities} · Errand`}</title>
      <div className={styles.head}>
        <h1 ref={heading}>{screens.activities}</h1>
        {total !== null && <span className={styles.total}>{list.total(format(total))}</span>}
      </div>
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
          <span>{selected.size > 0 && list.selected(selected.size)}</span>
          {newer > 0 && (
            <Button onClick={() => void refetch()} disabled={selected.size > 0}>
              ▲ {list.newOnes(newer)}
            </Button>
          )}
          <div className={styles.pages}>
            <Button disabled={page <= 1} onClick={() => change({ page: page > 2 ? String(page - 1) : undefined })}>
              ‹ {list.newer}
            </Button>
            <span>{list.page(page)}</span>
            <Button disabled={isLastPage} onClick={() => change({ page: String(page + 1) })}>
              {list.older} ›
            </Button>
            <select
              aria-label={list.rowsPerPage}
              value={String(perPage)}
              onChange={(event) => change({ perPage: event.target.value === '25' ? undefined : event.target.value })}
            >
              {pageSizes.map((size) => (
                <option key={size}>{size}</option>
              ))}
            </select>
          </div>
        </div>
      )}
    </>
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

/** Rows of true size that are shown once loading is felt, after 200 ms. */
function Skeleton() {
  const { common } = useMessages();
  const [isFelt, setFelt] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setFelt(true), 200);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div aria-busy="true" className={styles.skeleton}>
      <span className="visually-hidden">{common.loading}</span>
      {isFelt && Array.from({ length: 12 }, (_, index) => <div key={index} />)}
    </div>
  );
}
