import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { useRefusal } from '../session/me';
import { useSteadyRows } from '../steady';
import { Time } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { Pages } from '../ui/Pages';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { Chip } from '../ui/Chip';
import { Table } from '../ui/Table';
import { useWebhooks, type Webhook } from './queries';
import { words } from './words';

export function WebhookState({ webhook: { isActive, disabledAt } }: { webhook: Webhook }) {
  const text = useWords(words);
  if (isActive) return <Chip look="COMPLETED">{text.active}</Chip>;
  return disabledAt === null ? <Chip look="CANCELED">{text.paused}</Chip> : <Chip look="FAILED">{text.disabled}</Chip>;
}

/** The endpoints that are told of events, and what they are still to be told. */
export function WebhooksScreen() {
  const text = useWords(words);
  const { screens } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const { data, error, refetch, isPlaceholderData } = useWebhooks(search);
  const { rows, newer, show } = useSteadyRows(isPlaceholderData ? undefined : data?.data, search);
  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/webhooks',
      params: { tenant },
      search: { ...search, page: undefined, ...changed },
    });
  const create = (
    <Button
      kind="primary"
      refusal={refusalOf('POST /api/webhooks')}
      onClick={() => void navigate({ to: '/t/$tenant/webhooks/new', params: { tenant } })}
    >
      {text.create}
    </Button>
  );
  const isEmpty = data?.data.length === 0 && !isPlaceholderData;
  const number = (n: number) => (n >= 10_000 ? `${n.toLocaleString(language)}+` : n.toLocaleString(language));
  return (
    <Page title={screens.webhooks} {...(isEmpty ? {} : { actions: create })}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton rows={4} />}
      {isEmpty && (
        <Empty title={text.none} about={text.noneText} first={text.first} refusal={refusalOf('POST /api/webhooks')}>
          {create}
        </Empty>
      )}
      {rows.length > 0 && (
        <Table
          caption={text.caption}
          rows={rows}
          idOf={({ id }) => id}
          isStale={isPlaceholderData}
          onOpen={({ id }) => void navigate({ to: '/t/$tenant/webhooks/$id', params: { tenant, id } })}
          columns={[
            {
              title: text.url,
              width: '36%',
              cell: ({ id, url }) => (
                <Link to="/t/$tenant/webhooks/$id" params={{ tenant, id }} data-row>
                  {url}
                </Link>
              ),
              full: ({ url }) => url,
            },
            { title: text.state, width: '128px', cell: (webhook) => <WebhookState webhook={webhook} /> },
            {
              title: text.events,
              cell: ({ events }) => events.join(', '),
              full: ({ events }) => events.join(', '),
            },
            { title: text.pending, width: '96px', isNumber: true, cell: ({ pending }) => number(pending) },
            {
              title: text.failed,
              width: '96px',
              isNumber: true,
              cell: ({ id, failed }) =>
                failed === 0 ? (
                  number(failed)
                ) : (
                  <Link to="/t/$tenant/webhooks/$id" params={{ tenant, id }} search={{ status: 'FAILED' }}>
                    {number(failed)}
                  </Link>
                ),
            },
            {
              title: text.oldest,
              width: '144px',
              isNumber: true,
              cell: ({ oldestPendingAt }) => oldestPendingAt && <Time at={oldestPendingAt} />,
            },
          ]}
        />
      )}
      {newer > 0 && <Button onClick={show}>▲ {text.newOnes(newer)}</Button>}
      {data && <Pages search={search} rows={data.data.length} onChange={change} />}
    </Page>
  );
}
