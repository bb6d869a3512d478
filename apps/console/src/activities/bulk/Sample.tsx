import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { type ActivityDetail, answerOf, api } from '../../api';
import { useMessages, useWords } from '../../i18n';
import { useTenant, useTenantHeader } from '../../session/tenant';
import { Time } from '../../time';
import { Table } from '../../ui/Table';
import { reasonOf } from '../why';
import { words } from './words';

/** Some of those that match; those of the question before are not shown meanwhile. */
export function useSample(ids: string[]): ActivityDetail[] {
  const header = useTenantHeader();
  const { data = [] } = useQuery({
    queryKey: ['sample', header, ids],
    queryFn: () =>
      Promise.all(ids.map((id) => answerOf(api.GET('/api/activities/{id}', { params: { path: { id }, header } })))),
    enabled: ids.length > 0,
  });
  return data;
}

/** To be looked at before all of them are changed. */
export function Sample({ rows, total }: { rows: ActivityDetail[]; total: number }) {
  const text = useWords(words);
  const { list } = useMessages();
  const { code: tenant } = useTenant();
  if (rows.length === 0) return null;
  return (
    <>
      <p>{text.sampled(rows.length, total)}</p>
      <Table
        caption={text.sample}
        rows={rows}
        idOf={({ id }) => id}
        columns={[
          {
            title: list.reason,
            cell: ({ id, reason }) => (
              <Link data-row to="/t/$tenant/activities/$id" params={{ tenant, id }} target="_blank">
                {reason}
              </Link>
            ),
          },
          { title: list.store, cell: ({ commerceAssignment }) => commerceAssignment?.commerce.name },
          { title: list.why, width: '40%', cell: ({ lastError }) => lastError && reasonOf(lastError) },
          { title: list.created, width: '112px', isNumber: true, cell: ({ createdAt }) => <Time at={createdAt} /> },
        ]}
      />
    </>
  );
}
