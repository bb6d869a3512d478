import { Link } from '@tanstack/react-router';
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
import { openStatuses, type Route, useRoutes } from './queries';
import { RouteLayer } from './RouteLayer';
import { words } from './words';

/** On which the tenant's tasks are done, and by whom. */
export function RoutesScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = useRoutes(search);
  const isNarrowed = search.search !== undefined || search.isActive !== undefined;
  const leadOf = ({ operators }: Route) => operators.find(({ role }) => role === 'LEAD')?.operator.name;
  const columns: Column<Route>[] = [
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
    { title: t.lead, cell: leadOf, full: leadOf },
    { title: t.operators, width: '112px', isNumber: true, cell: ({ operators }) => operators.length },
    { title: t.active, width: '88px', cell: ({ isActive }) => (isActive ? common.yes : common.no) },
    {
      title: t.tasks,
      width: '136px',
      cell: ({ id }) => (
        <Link
          to="/t/$tenant/activities"
          params={{ tenant }}
          search={{ routeId: id, status: openStatuses.join(','), range: 'all' }}
        >
          {t.openTasks}
        </Link>
      ),
    },
  ];
  return (
    <Page
      title={screens.routes}
      actions={
        <Button
          kind="primary"
          refusal={refusalOf('POST /api/routes')}
          onClick={() => change({ page: search.page, row: 'new' })}
        >
          {t.createRoute}
        </Button>
      }
    >
      <Toolbar>
        <SearchField value={search.search} placeholder={t.placeholder} onSearch={(text) => change({ search: text })} />
        <InUse label={t.state} words={t.states} search={search} onChange={change} />
        {isNarrowed && (
          <Button kind="quiet" onClick={() => change({ search: undefined, isActive: undefined })}>
            {common.clear}
          </Button>
        )}
      </Toolbar>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.data.length === 0 && (
        <Empty title={isNarrowed ? t.nothingMatches : t.noRoutesYet}>{!isNarrowed && <p>{t.noRoutesYetText}</p>}</Empty>
      )}
      {data && data.data.length > 0 && (
        <Table
          caption={t.routesCaption}
          rows={data.data}
          columns={columns}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ id }) => change({ page: search.page, row: id })}
        />
      )}
      <Pages search={search} rows={data?.data.length} onChange={change} />
      <RouteLayer row={search.row} onClose={() => change({ page: search.page, row: undefined })} />
    </Page>
  );
}
