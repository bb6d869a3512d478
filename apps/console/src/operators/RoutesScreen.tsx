import { Link } from '@tanstack/react-router';
import { useAddress } from '../address';
import { InUse } from '../commerces/InUse';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import { isNarrowed, SearchBar } from '../ui/SearchBar';
import type { Column } from '../ui/Table';
import { OpenTasksLink } from './OpenTasks';
import { type Route, useRoutes } from './queries';
import { RouteLayer } from './RouteLayer';
import { words } from './words';

const filters = ['isActive'];

/** On which the tenant's tasks are done, and by whom. */
export function RoutesScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const refusalOf = useRefusal();
  const [search, change] = useAddress();
  const query = useRoutes(search);
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
      cell: ({ id }) => <OpenTasksLink of={{ routeId: id }} />,
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
      <SearchBar search={search} placeholder={t.placeholder} filters={filters} onChange={change}>
        <InUse label={t.state} words={t.states} search={search} onChange={change} />
      </SearchBar>
      <List
        query={query}
        caption={t.routesCaption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => change({ page: search.page, row: id })}
        empty={
          isNarrowed(search, filters) ? (
            <Empty title={t.nothingMatches} />
          ) : (
            <Empty
              title={t.noRoutesYet}
              about={t.noRoutesYetText}
              first={t.firstRoute}
              refusal={refusalOf('POST /api/routes')}
            />
          )
        }
        pages={{ search, onChange: change }}
      />
      <RouteLayer row={search.row} onClose={() => change({ page: search.page, row: undefined })} />
    </Page>
  );
}
