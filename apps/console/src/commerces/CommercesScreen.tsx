import { Link, useNavigate } from '@tanstack/react-router';
import { useAddress } from '../address';
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
import { InUse } from './InUse';
import { type Commerce, useCommerces } from './queries';
import { words } from './words';

/** The tenant's stores, newest first. */
export function CommercesScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = useCommerces(search);
  const open = ({ id }: Commerce) => void navigate({ to: '/t/$tenant/commerces/$id', params: { tenant, id } });
  const isNarrowed = search.search !== undefined || search.isActive !== undefined;
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
      {data?.data.length === 0 &&
        (isNarrowed ? (
          <Empty title={t.nothingMatches} />
        ) : (
          <Empty title={t.nothingYet}>
            <p>{t.nothingYetText}</p>
          </Empty>
        ))}
      {data && data.data.length > 0 && (
        <Table
          caption={t.caption}
          rows={data.data}
          columns={columns}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={open}
        />
      )}
      <Pages search={search} rows={data?.data.length} onChange={change} />
    </Page>
  );
}
