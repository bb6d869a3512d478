import { Link, useNavigate } from '@tanstack/react-router';
import { useAddress } from '../address';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant } from '../session/tenant';
import { Time } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import type { Column } from '../ui/Table';
import { Ends, useScopeText } from './key-texts';
import { type Key, useKeyList } from './queries';
import { words } from './words';

/** The tenant's API keys, those that ended included. */
export function KeysScreen() {
  const { screens } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const scopeText = useScopeText();
  const [search, change] = useAddress();
  const query = useKeyList(search);
  const columns: Column<Key>[] = [
    {
      title: t.name,
      cell: ({ id, name }) => (
        <Link data-row to="/t/$tenant/keys/$id" params={{ tenant, id }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    { title: t.prefix, width: '120px', cell: ({ prefix }) => <code>{prefix}</code> },
    {
      title: t.permissions,
      width: '128px',
      cell: ({ permissions }) => t.permissionCount(permissions.length),
      full: ({ permissions }) => permissions.map((one) => t.permissionTexts[one]).join('\n'),
    },
    { title: t.scope, cell: scopeText, full: scopeText },
    {
      title: t.lastUsed,
      width: '120px',
      isNumber: true,
      cell: ({ lastUsedAt }) => (lastUsedAt === null ? t.never : <Time at={lastUsedAt} />),
    },
    { title: t.ends, width: '176px', isNumber: true, cell: (key) => <Ends of={key} /> },
  ];
  return (
    <Page
      title={screens.keys}
      actions={
        <Button
          kind="primary"
          refusal={refusalOf('POST /api/api-keys')}
          onClick={() => void navigate({ to: '/t/$tenant/keys/new', params: { tenant } })}
        >
          {t.create}
        </Button>
      }
    >
      <List
        query={query}
        caption={t.caption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: '/t/$tenant/keys/$id', params: { tenant, id } })}
        empty={<Empty title={t.nothingYet} first={t.nothingYetText} refusal={refusalOf('POST /api/api-keys')} />}
        pages={{ search, onChange: change }}
      />
    </Page>
  );
}
