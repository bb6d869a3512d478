import type { Status } from '../api';
import { useWords } from '../i18n';
import { Chip } from '../ui/Chip';
import type { ResultStatus } from './queries';
import { words } from './words';

const likes = {
  COMPLETED: 'COMPLETED',
  TRANSFERRED: 'COMPLETED',
  NOT_EXECUTED: 'FAILED',
  CANCELED: 'CANCELED',
  PENDING: 'READY',
} satisfies Record<ResultStatus, Status>;

/** What became of it. */
export function ResultChip({ status }: { status: ResultStatus }) {
  const text = useWords(words);
  return <Chip look={likes[status]}>{text.statuses[status]}</Chip>;
}
