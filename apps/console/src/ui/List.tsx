import type { ReactNode } from 'react';
import type { Search } from '../search';
import { Pages } from './Pages';
import { ProblemNote } from './Problem';
import { Skeleton } from './Skeleton';
import { Table, type TableProps } from './Table';

/** What a query of a list answers. */
export interface ListQuery<Row> {
  data: { data: Row[] } | undefined;
  error: unknown;
  refetch: () => unknown;
  isPlaceholderData: boolean;
}

interface ListProps<Row> extends Omit<TableProps<Row>, 'rows' | 'isStale'> {
  query: ListQuery<Row>;
  /** In place of a table without rows: why there are none. */
  empty: ReactNode;
  /** The address, where the list has pages. */
  pages?: { search: Search; onChange: (changed: Search) => void };
  /** As many as it most likely has, until they are there; 12 unless told. */
  usualRows?: number;
}

/** A table of what the api answers, or why there is none: not yet, not now, or nothing to show. */
export function List<Row>({ query, empty, pages, usualRows = 12, ...table }: ListProps<Row>) {
  const { data, error, refetch, isPlaceholderData } = query;
  const rows = data?.data;
  return (
    <>
      {Boolean(error) && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!rows && !error && <Skeleton rows={usualRows} />}
      {rows?.length === 0 && empty}
      {rows && rows.length > 0 && <Table {...table} rows={rows} isStale={isPlaceholderData} />}
      {pages && <Pages {...pages} rows={rows?.length} />}
    </>
  );
}
