import { Link, useNavigate } from '@tanstack/react-router';
import { useContext } from 'react';
import { useAddress } from '../address';
import { fullName } from '../commerces/full-name';
import { peopleWords } from '../commerces/people-words';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { MeContext } from '../session/me';
import { useTenant } from '../session/tenant';
import { Empty } from '../ui/Empty';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import { SearchBar } from '../ui/SearchBar';
import type { Column } from '../ui/Table';
import styles from './People.module.css';
import { type Person, usePeople } from './queries';
import { words } from './words';

/** The people of all stores, found by whatever one knows of them. */
export function PeopleScreen() {
  const { screens } = useMessages();
  const t = useWords(words);
  const { roles, contactTypes } = useWords(peopleWords);
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const me = useContext(MeContext);
  const navigate = useNavigate();
  const [search, change] = useAddress();
  const query = usePeople(search);
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
      width: '176px',
      cell: ({ id }) => (
        <Link to="/t/$tenant/activities" params={{ tenant }} search={{ commerceUserId: id, range: 'all' }}>
          {t.history}
        </Link>
      ),
    },
  ];
  const { data } = query;
  const total = data?.meta.total ?? null;
  const matchedBy = data?.meta.matchedBy;
  return (
    <Page
      title={screens.people}
      aside={
        total === null ? undefined : t.total(`${total.toLocaleString(language)}${data?.meta.totalIsCapped ? '+' : ''}`)
      }
    >
      <SearchBar search={search} placeholder={t.placeholder} onChange={change} />
      {matchedBy && <p className={styles.matched}>{t.matchedBy[matchedBy]}</p>}
      <List
        query={query}
        caption={t.caption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ commerce }) =>
          void navigate({ to: '/t/$tenant/commerces/$id', params: { tenant, id: commerce.id } })
        }
        minWidth={900}
        empty={
          search.search === undefined ? (
            <Empty title={t.nothingYet}>
              <p>{t.nothingYetText}</p>
              <Link to="/t/$tenant/commerces" params={{ tenant }}>
                {t.toStores}
              </Link>
            </Empty>
          ) : (
            <Empty title={t.nothingMatches}>{!seesWhole && <p>{t.wholeOnly}</p>}</Empty>
          )
        }
        pages={{ search, onChange: change }}
      />
    </Page>
  );
}
