import { Link } from '@tanstack/react-router';
import { OPERATOR_TYPES } from '../../../../libs/vocabulary/src';
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
import { OperatorLayer } from './OperatorLayer';
import { type Operator, useOperators } from './queries';
import { words } from './words';

const filters = ['isActive', 'type'];

/** Who does the tenant's tasks. The row that is open stands in the address. */
export function OperatorsScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const refusalOf = useRefusal();
  const [search, change] = useAddress();
  const query = useOperators(search);
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
      cell: ({ id }) => <OpenTasksLink of={{ operatorId: id }} />,
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
      <SearchBar search={search} placeholder={t.placeholder} filters={filters} onChange={change}>
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
      </SearchBar>
      <List
        query={query}
        caption={t.caption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => change({ page: search.page, row: id })}
        empty={
          isNarrowed(search, filters) ? (
            <Empty title={t.nothingMatches} />
          ) : (
            <Empty
              title={t.nothingYet}
              about={t.nothingYetText}
              first={t.first}
              refusal={refusalOf('POST /api/operators')}
            />
          )
        }
        pages={{ search, onChange: change }}
      />
      <OperatorLayer row={search.row} onClose={() => change({ page: search.page, row: undefined })} />
    </Page>
  );
}
