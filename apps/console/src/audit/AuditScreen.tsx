import { Link } from '@tanstack/react-router';
import { useAddress } from '../address';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { download } from '../ui/download';
import { Empty } from '../ui/Empty';
import { List } from '../ui/List';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import type { Column } from '../ui/Table';
import { changeText, useActionText } from './entry-texts';
import { EntryLayer } from './EntryLayer';
import { FilterBar } from './FilterBar';
import { type Entry, filterNames, filterOf, rangeOf, useAudit } from './queries';
import { words } from './words';

/** Who changed what in the tenant, newest first. The entry that is open stands in the address. */
export function AuditScreen() {
  const { screens } = useMessages();
  const t = useWords(words);
  const [search, change] = useAddress();
  const actionText = useActionText();
  const query = useAudit(search);
  const isNarrowed = filterNames.some((name) => search[name] !== undefined) || rangeOf(search) !== 'all';
  const columns: Column<Entry>[] = [
    { title: t.when, width: '120px', cell: ({ at }) => <Time at={at} /> },
    { title: t.who, width: '168px', cell: ({ actor }) => <code>{actor}</code>, full: ({ actor }) => actor },
    {
      title: t.what,
      width: '208px',
      cell: (entry) => (
        <Link data-row to="." search={{ ...search, row: entry.id }}>
          {actionText(entry)}
        </Link>
      ),
      full: ({ action }) => action,
    },
    {
      title: t.subject,
      width: '160px',
      cell: ({ subjectId }) => subjectId && <code>{subjectId}</code>,
      full: ({ subjectId }) => subjectId ?? undefined,
    },
    { title: t.change, cell: changeText, full: changeText },
    { title: t.outcome, width: '96px', cell: ({ outcome }) => t.outcomes[outcome] },
  ];
  const clear = Object.fromEntries(filterNames.map((name) => [name, undefined]));
  return (
    <Page title={screens.audit} actions={<ExportAudit search={search} />}>
      <FilterBar search={search} onChange={change} />
      <List
        query={query}
        caption={t.caption}
        columns={columns}
        idOf={({ id }) => id}
        onOpen={({ id }) => change({ page: search.page, row: id })}
        minWidth={960}
        empty={
          isNarrowed ? (
            <Empty title={t.nothingMatches}>
              <Button onClick={() => change({ ...clear, from: undefined, to: undefined, range: 'all' })}>
                {t.searchAllTime}
              </Button>
            </Empty>
          ) : (
            <Empty title={t.nothingYet}>
              <p>{t.nothingYetText}</p>
            </Empty>
          )
        }
        pages={{ search, onChange: change }}
      />
      <EntryLayer
        entry={query.data?.data.find(({ id }) => id === search.row)}
        onClose={() => change({ page: search.page, row: undefined })}
      />
    </Page>
  );
}

/** Everything that the filters find, an entry a line, as the api gives it. */
function ExportAudit({ search }: { search: Search }) {
  const { errors } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const { isBusy, failure, act } = useAct();
  const save = () =>
    act(async () => {
      const query = filterOf(search, Date.now());
      const headers = { accept: 'application/x-ndjson' };
      const call = api.GET('/api/audit', { params: { query, header }, headers, parseAs: 'text' });
      const text = await answerOf(call);
      download(`audit-${header['x-tenant-id']}.ndjson`, text, 'application/x-ndjson');
    });
  return (
    <>
      <Button disabled={isBusy} refusal={refusalOf('GET /api/audit')} onClick={() => void save()}>
        {t.export}
      </Button>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
    </>
  );
}
