import { Link } from '@tanstack/react-router';
import { OPERATOR_TYPES } from '../../../../libs/vocabulary/src';
import { useAddress } from '../address';
import { InUse } from '../commerces/InUse';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant } from '../session/tenant';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { SearchField } from '../ui/SearchField';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { Toolbar } from '../ui/Toolbar';
import { OperatorLayer } from './OperatorLayer';
import { type Operator, openStatuses, useOperators } from './queries';
import { words } from './words';

/** Who does the tenant's tasks. The row that is open stands in the address. */
export function OperatorsScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = useOperators(search);
  const isNarrowed = [search.search, search.isActive, search.type].some((filter) => filter !== undefined);
  const columns: Column<Operator>[] = [
    {
      title: t.name,
      cell: ({ id, name }) => (
        <Link data-row to="." search={{ ...search, row: id }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    { title: t.externalId, width: '20%', cell: ({ externalId }) => <code>{externalId}</code> },
    { title: t.type, width: '112px', cell: ({ type }) => t.types[type] },
    { title: t.email, cell: ({ email }) => email, full: ({ email }) => email ?? undefined },
    { title: t.active, width: '88px', cell: ({ isActive }) => (isActive ? common.yes : common.no) },
    {
      title: t.tasks,
      width: '136px',
      cell: ({ id }) => (
        <Link
          to="/t/$tenant/activities"
          params={{ tenant }}
          search={{ operatorId: id, status: openStatuses.join(','), range: 'all' }}
        >
          {t.openTasks}
        </Link>
      ),
    },
  ];
  return (
    <Page
      title={screens.operators}
      actions={
        <Button
          kind="primary"
          refusal={refusalOf('POST /api/operators')}
          onClick={() => change({ page: search.page, row: 'new' })}
        >
          {t.create}
        </Button>
      }
    >
      <Toolbar>
        <SearchField value={search.search} placeholder={t.placeholder} onSearch={(text) => change({ search: text })} />
        <select
          aria-label={t.type}
          value={search.type ?? ''}
          onChange={({ target }) => change({ type: target.value || undefined })}
        >
          <option value="">{t.allTypes}</option>
          {OPERATOR_TYPES.map((type) => (
            <option key={type} value={type}>
              {t.types[type]}
            </option>
          ))}
        </select>
        <InUse label={t.state} words={t.states} search={search} onChange={change} />
        {isNarrowed && (
          <Button kind="quiet" onClick={() => change({ search: undefined, isActive: undefined, type: undefined })}>
            {common.clear}
          </Button>
        )}
      </Toolbar>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.data.length === 0 && (
        <Empty title={isNarrowed ? t.nothingMatches : t.nothingYet}>{!isNarrowed && <p>{t.nothingYetText}</p>}</Empty>
      )}
      {data && data.data.length > 0 && (
        <Table
          caption={t.caption}
          rows={data.data}
          columns={columns}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ id }) => change({ page: search.page, row: id })}
        />
      )}
      <Pages search={search} rows={data?.data.length} onChange={change} />
      <OperatorLayer row={search.row} onClose={() => change({ page: search.page, row: undefined })} />
    </Page>
  );
}
