import { ArrowRight, Check, CircleDashed, type LucideIcon, Minus, TriangleAlert, X } from 'lucide-react';
import type { Status } from '../api';
import { useMessages } from '../i18n';
import { Chip } from './Chip';

const shapes: Record<Status, LucideIcon> = {
  READY: CircleDashed,
  UNRESOLVED: TriangleAlert,
  DISPATCHED: ArrowRight,
  COMPLETED: Check,
  CANCELED: Minus,
  FAILED: X,
};

export function StatusChip({ status }: { status: Status }) {
  const { statuses } = useMessages();
  return (
    <Chip look={status} shape={shapes[status]}>
      {statuses[status]}
    </Chip>
  );
}
