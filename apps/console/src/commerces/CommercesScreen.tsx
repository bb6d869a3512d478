import { Link, useNavigate } from '@tanstack/react-router';
import { useAddress } from '../address';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant } from '../session/tenant';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import { isNarrowed, SearchBar } from '../ui/SearchBar';
import type { Column } from '../ui/Table';
import { InUse } from './InUse';
import { type Commerce, useCommerces } from './queries';
import { words } from './words';

const filters = ['isActive'];

/** The tenant's stores, newest first. */
export function CommercesScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const [search, change] = useAddress();
  const query = useCommerces(search);
  const open = ({ id }: Commerce) => void navigate({ to: '/t/$tenant/commerces/$id', params: { tenant, id } });
  const columns: Column<Commerce>[] = [
    {
      title: t.name,
      cell: ({ id, name }) => (
        <Link data-row to="/t/$tenant/commerces/$id" params={{ tenant, id }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    {
      title: t.externalId,
      width: '24%',
      cell: ({ externalId }) => <code>{externalId}</code>,
      full: ({ externalId }) => externalId,
    },
    { title: t.country, width: '88px', cell: ({ country }) => country },
    { title: t.active, width: '88px', cell: ({ isActive }) => (isActive ? common.yes : common.no) },
    { title: t.people, width: '88px', isNumber: true, cell: ({ users }) => users.length },
    {
      title: t.contacts,
      width: '96px',
      isNumber: true,
      cell: ({ users }) => users.reduce((sum, { contacts }) => sum + contacts.length, 0),
    },
  ];
  const create = (
    <Button
      kind="primary"
      refusal={refusalOf('POST /api/commerces')}
      onClick={() => void navigate({ to: '/t/$tenant/commerces/new', params: { tenant } })}
    >
      {t.create}
    </Button>
  );
  return (
    <Page
      title={screens.commerces}
      actions={
        <>
          <Button
            refusal={refusalOf('POST /api/commerces/sync')}
            onClick={() => void navigate({ to: '/t/$tenant/commerces/import', params: { tenant } })}
          >
            {t.import}
          </Button>
          {create}
        </>
      }
    >
      <SearchBar search={search} placeholder={t.placeholder} filters={filters} onChange={change}>
        <InUse label={t.state} words={t.states} search={search} onChange={change} />
      </SearchBar>
      <List
        query={query}
        caption={t.caption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={open}
        empty={
          isNarrowed(search, filters) ? (
            <Empty title={t.nothingMatches} />
          ) : (
            <Empty
              title={t.nothingYet}
              about={t.nothingYetText}
              first={t.first}
              refusal={refusalOf('POST /api/commerces')}
            />
          )
        }
        pages={{ search, onChange: change }}
      />
    </Page>
  );
}
