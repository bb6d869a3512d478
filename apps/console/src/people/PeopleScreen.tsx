import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { useAddress } from '../address';
import { answerOf, api, type Schemas } from '../api';
import { fullName } from '../commerces/full-name';
import { peopleWords } from '../commerces/people-words';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { MeContext } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { pageOf, Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { SearchField } from '../ui/SearchField';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { Toolbar } from '../ui/Toolbar';
import styles from './People.module.css';
import { words } from './words';

type Person = Schemas['PersonResponse'];

function usePeople(search: Search) {
  const header = useTenantHeader();
  const query = { ...pageOf(search), search: search.search };
  return useQuery({
    queryKey: ['people', header, query],
    queryFn: () => answerOf(api.GET('/api/people', { params: { query, header } })),
    placeholderData: keepPreviousData,
  });
}

/** The people of all stores, found by whatever one knows of them. */
export function PeopleScreen() {
  const { screens, common } = useMessages();
  const t = useWords(words);
  const { roles, contactTypes } = useWords(peopleWords);
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const me = useContext(MeContext);
  const navigate = useNavigate();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = usePeople(search);
  const seesWhole = me?.permissions.some((one) => one === 'VIEW_CONTACTS' || one === 'MANAGE_COMMERCES') === true;
  const contactText = ({ contacts }: Person) =>
    contacts.map(({ type, value }) => `${contactTypes[type]} ${value}`).join(', ');
  const roleText = (person: Person) => person.roles.map((role) => roles[role]).join(', ');
  const columns: Column<Person>[] = [
    {
      title: t.name,
      cell: (person) => (
        <Link data-row to="/t/$tenant/commerces/$id" params={{ tenant, id: person.commerce.id }}>
          {fullName(person)}
        </Link>
      ),
      full: fullName,
    },
    { title: t.roles, width: '18%', cell: roleText, full: roleText },
    {
      title: t.store,
      cell: ({ commerce }) => (
        <>
          {commerce.name} <code>{commerce.externalId}</code>
        </>
      ),
      full: ({ commerce }) => `${commerce.name} ${commerce.externalId}`,
    },
    { title: t.contacts, width: '30%', cell: contactText, full: contactText },
    {
      title: t.history,
      width: '104px',
      cell: ({ commerce }) => (
        <Link
          to="/t/$tenant/activities"
          params={{ tenant }}
          search={{ commerceExternalId: commerce.externalId, range: 'all' }}
        >
          {t.history}
        </Link>
      ),
    },
  ];
  const total = data?.meta.total ?? null;
  const matchedBy = data?.meta.matchedBy;
  return (
    <Page
      title={screens.people}
      aside={
        total === null ? undefined : t.total(`${total.toLocaleString(language)}${data?.meta.totalIsCapped ? '+' : ''}`)
      }
    >
      <Toolbar>
        <SearchField value={search.search} placeholder={t.placeholder} onSearch={(text) => change({ search: text })} />
        {search.search !== undefined && (
          <Button kind="quiet" onClick={() => change({ search: undefined })}>
            {common.clear}
          </Button>
        )}
      </Toolbar>
      {matchedBy && <p className={styles.matched}>{t.matchedBy[matchedBy]}</p>}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton />}
      {data?.data.length === 0 &&
        (search.search === undefined ? (
          <Empty title={t.nothingYet}>
            <p>{t.nothingYetText}</p>
            <Link to="/t/$tenant/commerces" params={{ tenant }}>
              {t.toStores}
            </Link>
          </Empty>
        ) : (
          <Empty title={t.nothingMatches}>{!seesWhole && <p>{t.wholeOnly}</p>}</Empty>
        ))}
      {data && data.data.length > 0 && (
        <Table
          caption={t.caption}
          rows={data.data}
          columns={columns}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ commerce }) =>
            void navigate({ to: '/t/$tenant/commerces/$id', params: { tenant, id: commerce.id } })
          }
          minWidth={900}
        />
      )}
      <Pages search={search} rows={data?.data.length} onChange={change} />
    </Page>
  );
}
