import { Link } from '@tanstack/react-router';
import type { Activity, Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenant } from '../session/tenant';
import { Time } from '../time';
import { List } from '../ui/List';
import { Section } from '../ui/Page';
import { StatusChip } from '../ui/StatusChip';
import type { Column } from '../ui/Table';
import { type Commerce, useActivitiesOf, useResultsOf } from './queries';
import { words } from './words';

/** What the store was sent lately, with the way to all of it. */
export function LatestActivities({ commerce }: { commerce: Commerce }) {
  const { channels } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const query = useActivitiesOf(commerce);
  const columns: Column<Activity>[] = [
    {
      title: t.reason,
      cell: ({ id, reason }) => (
        <Link data-row to="/t/$tenant/activities/$id" params={{ tenant, id }}>
          {reason}
        </Link>
      ),
    },
    { title: t.channel, width: '120px', cell: ({ channel }) => channels[channel] },
    { title: t.status, width: '136px', cell: ({ status }) => <StatusChip status={status} /> },
    { title: t.created, width: '128px', isNumber: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
  ];
  return (
    <Section
      title={t.activities}
      actions={
        <Link
          to="/t/$tenant/activities"
          params={{ tenant }}
          search={{ commerceExternalId: commerce.externalId, range: 'all' }}
        >
          {t.allActivities}
        </Link>
      }
    >
      <List
        query={query}
        caption={t.activities}
        columns={columns}
        idOf={({ id }) => id}
        usualRows={3}
        empty={<p>{t.noActivities}</p>}
      />
    </Section>
  );
}

/** What came of it, as providers and field systems reported. */
export function LatestResults({ commerce }: { commerce: Commerce }) {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const query = useResultsOf(commerce);
  const columns: Column<Schemas['ResultResponse']>[] = [
    { title: t.status, width: '136px', cell: ({ status }) => t.resultStatuses[status] },
    {
      title: t.comment,
      cell: ({ taskResult, externalStatus }) => taskResult?.comment ?? taskResult?.result ?? externalStatus,
      full: ({ taskResult }) => taskResult?.comment ?? undefined,
    },
    {
      title: t.activities,
      width: '160px',
      cell: ({ activityId }) =>
        activityId && (
          <Link to="/t/$tenant/activities/$id" params={{ tenant, id: activityId }}>
            <code>{activityId.slice(0, 8)}</code>
          </Link>
        ),
    },
    { title: t.occurred, width: '128px', isNumber: true, cell: ({ occurredAt }) => <Time at={occurredAt} /> },
  ];
  return (
    <Section title={t.results}>
      <List
        query={query}
        caption={t.results}
        columns={columns}
        idOf={({ id }) => id}
        usualRows={3}
        empty={<p>{t.noResults}</p>}
      />
    </Section>
  );
}
