import { useState } from 'react';
import { type Activity, answerOf, api } from '../api';
import { useMessages } from '../i18n';
import type { Search } from '../search';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { download } from '../ui/download';
import { ProblemNote } from '../ui/Problem';
import { useToast } from '../ui/Toasts';
import { csvOf } from './csv';
import { type ListQuery, queryOf } from './filters';

const mostRows = 10_000;
const perPage = 100;

/** Everything that matches the filters, newest first, at most 10,000 rows, into a file. */
export function ExportCsv({ search }: { search: Search }) {
  const { list, errors } = useMessages();
  const header = useTenantHeader();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [soFar, setSoFar] = useState(0);
  const save = () =>
    act(async () => {
      const rows: Activity[] = [];
      for (let cursor: string | null | undefined; cursor !== null && rows.length < mostRows;) {
        const query = { ...queryOf(search, Date.now()), perPage, total: 'none', ...(cursor ? { cursor } : {}) };
        const page = await answerOf(api.GET('/api/activities', { params: { query: query as ListQuery, header } }));
        rows.push(...page.data);
        setSoFar(rows.length);
        cursor = page.nextCursor;
      }
      download(`activities-${header['x-tenant-id']}.csv`, csvOf(rows), 'text/csv');
      toast(rows.length >= mostRows ? list.exportedFirst(mostRows) : list.exported(rows.length));
    });
  return (
    <>
      <Button disabled={isBusy} onClick={() => void save()}>
        {isBusy ? list.exporting(soFar) : list.export}
      </Button>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
    </>
  );
}
