import type { ReactNode } from 'react';
import type { Activity } from '../api';
import type { Preferences } from '../preferences';
import { Time } from '../time';
import type { Column } from '../ui/Table';
import { shortId } from './short-id';

type OptionalColumn = Pick<Column<Activity>, 'isNumber' | 'full'> & {
  width: string;
  cell: (row: Activity) => ReactNode;
};

const labelsOf = ({ metadata }: Activity) =>
  Object.entries(metadata)
    .map(([key, value]) => `${key}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

/** What a list may show besides its six columns, for which 1,280 px have room. */
export const optionalColumns = {
  id: { width: '136px', cell: ({ id }) => <code>{shortId(id)}</code>, full: ({ id }) => id },
  key: {
    width: '160px',
    cell: ({ idempotencyKey }) => <code>{idempotencyKey}</code>,
    full: ({ idempotencyKey }) => idempotencyKey,
  },
  attempts: { width: '80px', isNumber: true, cell: ({ dispatchAttemptCount }) => String(dispatchAttemptCount) },
  score: { width: '80px', isNumber: true, cell: ({ score }) => String(score) },
  scheduled: { width: '128px', isNumber: true, cell: ({ scheduledAt }) => <Time at={scheduledAt} /> },
  operator: {
    width: '144px',
    cell: ({ taskDetails }) => taskDetails?.operator.name,
    full: ({ taskDetails }) => taskDetails?.operator.name,
  },
  route: {
    width: '144px',
    cell: ({ taskDetails }) => taskDetails?.route.name,
    full: ({ taskDetails }) => taskDetails?.route.name,
  },
  labels: { width: '160px', cell: labelsOf, full: labelsOf },
  finished: { width: '128px', isNumber: true, cell: ({ finishedAt }) => finishedAt && <Time at={finishedAt} /> },
} satisfies Record<string, OptionalColumn>;

type ColumnName = keyof typeof optionalColumns;
export const columnNames = Object.keys(optionalColumns) as ColumnName[];

/** Those that this browser's reader has chosen, in the order of the list above. */
export function chosenColumns({ columns }: Pick<Preferences, 'columns'>): ColumnName[] {
  return columnNames.filter((name) => columns.includes(name));
}
