import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';

interface RowLayerProps<One> {
  /** The id of what is open, `new` or nothing, as the address has it. */
  row: string | undefined;
  query: { data: One | undefined; error: unknown };
  newTitle: string;
  onClose: () => void;
  /** What it shows of one that is there; undefined: of one to be made. */
  children: (one: One | undefined) => ReactNode;
}

/** What the address opens beside a list, once it is there. */
export function RowLayer<One extends { name: string }>(props: RowLayerProps<One>) {
  const { row, query, newTitle, onClose, children } = props;
  const { common } = useMessages();
  const isNew = row === 'new';
  const { data, error } = query;
  return (
    <Layer title={isNew ? newTitle : (data?.name ?? common.details)} isOpen={row !== undefined} onClose={onClose}>
      {isNew && children(undefined)}
      {!isNew && Boolean(error) && <ProblemNote error={error} />}
      {!isNew && !data && !error && <Skeleton rows={5} />}
      {!isNew && data && children(data)}
    </Layer>
  );
}
