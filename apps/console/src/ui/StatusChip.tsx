import type { Status } from '../api';
import { useMessages } from '../i18n';
import { Chip } from './Chip';

export function StatusChip({ status }: { status: Status }) {
  const { statuses } = useMessages();
  return <Chip look={status}>{statuses[status]}</Chip>;
}
