import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { X } from 'lucide-react';
import type { FormEvent } from 'react';
import { shortId } from '../activities/short-id';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useSteadyRows } from '../steady';
import { Time } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Table } from '../ui/Table';
import { Tabs } from '../ui/Tabs';
import { Toolbar } from '../ui/Toolbar';
import { isFiltered, ranges, type Result, statuses, useResults, useResultTypes, useStoreNames } from './queries';
import { ResultChip } from './ResultChip';
import { ResultLayer } from './ResultLayer';
import styles from './Results.module.css';
import { words } from './words';

/** What came back of the tenant's activities and stores, newest first. */
export function ResultsScreen() {
  const text = useWords(words);
  const { screens } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const { row, ...asked } = search;
  const { data, error, refetch, isPlaceholderData } = useResults(asked);
  const { rows, newer, show } = useSteadyRows(isPlaceholderData ? undefined : data?.data, asked);
  /** Goes to the same list with this changed; to its first page unless told. */
  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/results',
      params: { tenant },
      search: { ...search, page: undefined, ...changed },
    });
  const total = data?.meta.total ?? null;
  return (
    <Page
      title={screens.results}
      aside={total !== null && `${total.toLocaleString(language)}${data?.meta.totalIsCapped ? '+' : ''}`}
      actions={
        <Button
          kind="primary"
          refusal={refusalOf('POST /api/activity-results')}
          onClick={() => void navigate({ to: '/t/$tenant/results/new', params: { tenant } })}
        >
          {text.enter}
        </Button>
      }
    >
      <Tabs
        label={text.status}
        tabs={[
          { name: 'all', text: text.all },
          ...statuses.map((status) => ({ name: status, text: text.statuses[status] })),
        ]}
        chosen={search.status ?? 'all'}
        onChange={(name) => change({ status: name === 'all' ? undefined : name })}
      />
      <Filters search={search} onChange={change} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data && rows.length === 0 && !isPlaceholderData && (
        <NoResults search={asked} onClear={() => void navigate({ to: '/t/$tenant/results', params: { tenant } })} />
      )}
      {rows.length > 0 && <ResultTable rows={rows} isStale={isPlaceholderData} search={search} />}
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
      {row !== undefined && (
        <ResultLayer
          id={row}
          onClose={() => void navigate({ to: '/t/$tenant/results', params: { tenant }, search: asked })}
        />
      )}
    </Page>
  );
}

function NoResults({ search, onClear }: { search: Search; onClear: () => void }) {
  const text = useWords(words);
  const { common } = useMessages();
  return isFiltered(search) ? (
    <Empty title={text.nothingMatches}>
      <Button onClick={onClear}>{common.clear}</Button>
    </Empty>
  ) : (
    <Empty title={text.nothingYet}>
      <p>{text.nothingYetText}</p>
    </Empty>
  );
}

function Filters({ search, onChange }: { search: Search; onChange: (changed: Search) => void }) {
  const text = useWords(words);
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const store = new FormData(event.currentTarget).get('store');
    onChange({ commerceExternalId: typeof store === 'string' ? store.trim() || undefined : undefined });
  };
  const { activityId, providerActivityId } = search;
  const chips: [name: string, text: string][] = [
    ...(activityId === undefined ? [] : [['activityId', text.ofActivity(shortId(activityId))] as [string, string]]),
    ...(providerActivityId === undefined
      ? []
      : [['providerActivityId', text.ofProvider(providerActivityId)] as [string, string]]),
  ];
  return (
    <Toolbar>
      <form role="search" onSubmit={submit}>
        <input
          key={search.commerceExternalId}
          name="store"
          type="search"
          aria-label={text.storeId}
          placeholder={text.storeId}
          defaultValue={search.commerceExternalId}
          maxLength={200}
        />
      </form>
      <select
        aria-label={text.kind}
        value={search.kind ?? ''}
        onChange={({ target }) => onChange({ kind: target.value || undefined })}
      >
        <option value="">{text.anyKind}</option>
        {(['LINKED', 'STANDALONE'] as const).map((kind) => (
          <option key={kind} value={kind}>
            {text.kinds[kind]}
          </option>
        ))}
      </select>
      <select
        aria-label={text.range}
        value={search.range ?? ''}
        onChange={({ target }) => onChange({ range: target.value || undefined })}
      >
        <option value="">{text.anyTime}</option>
        {ranges.map((range) => (
          <option key={range} value={range}>
            {text.ranges[range]}
          </option>
        ))}
      </select>
      {chips.map(([name, chip]) => (
        <Button
          key={name}
          className={styles.chip}
          aria-label={text.removeFilter(chip)}
          onClick={() => onChange({ [name]: undefined })}
        >
          {chip}
          <X size={12} aria-hidden />
        </Button>
      ))}
    </Toolbar>
  );
}

function ResultTable({ rows, isStale, search }: { rows: Result[]; isStale: boolean; search: Search }) {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const { data: types } = useResultTypes();
  const stores = useStoreNames(rows);
  const typeOf = (code: string | null) => types?.data.find((type) => type.code === code)?.label ?? code;
  const to = { to: '/t/$tenant/results', params: { tenant } } as const;
  return (
    <Table
      caption={text.caption}
      rows={rows}
      idOf={({ id }) => id}
      isStale={isStale}
      onOpen={({ id }) => void navigate({ ...to, search: { ...search, row: id } })}
      columns={[
        {
          title: text.occurred,
          width: '128px',
          cell: ({ id, occurredAt }) => (
            <Link {...to} search={{ ...search, row: id }} data-row>
              <Time at={occurredAt} />
            </Link>
          ),
        },
        { title: text.status, width: '136px', cell: ({ status }) => <ResultChip status={status} /> },
        {
          title: text.type,
          cell: ({ taskResult }) => typeOf(taskResult.result),
          full: ({ taskResult }) => taskResult.result ?? undefined,
        },
        {
          title: text.store,
          width: '22%',
          cell: ({ commerceId }) => commerceId && (stores.get(commerceId) ?? <code>{shortId(commerceId)}</code>),
          full: ({ commerceId }) => (commerceId === null ? undefined : stores.get(commerceId)),
        },
        {
          title: text.activity,
          width: '136px',
          cell: ({ activityId }) =>
            activityId && (
              <Link to="/t/$tenant/activities/$id" params={{ tenant, id: activityId }}>
                <code>{shortId(activityId)}</code>
              </Link>
            ),
        },
        {
          title: text.operator,
          cell: ({ taskResult }) => taskResult.operatorExternalId,
          full: ({ taskResult }) => taskResult.operatorExternalId ?? undefined,
        },
        {
          title: text.state,
          width: '112px',
          cell: ({ state }) => text.states[state],
          full: ({ state }) => text.stateHelp[state],
        },
      ]}
    />
  );
}
