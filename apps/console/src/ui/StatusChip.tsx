import { ArrowRight, Check, CircleDashed, Minus, TriangleAlert, X } from 'lucide-react';
import type { Status } from '../api';
import { useMessages } from '../i18n';
import styles from './StatusChip.module.css';

const shapes = {
  READY: CircleDashed,
  UNRESOLVED: TriangleAlert,
  DISPATCHED: ArrowRight,
  COMPLETED: Check,
  CANCELED: Minus,
  FAILED: X,
} satisfies Record<Status, unknown>;

/** A status as colour, shape and word, so that none of the three is needed alone. */
export function StatusChip({ status }: { status: Status }) {
  const { statuses } = useMessages();
  return <Chip like={status} text={statuses[status]} />;
}

/** What is no activity's status, and looks like the one that it comes nearest to. */
export function Chip({ like, text }: { like: Status; text: string }) {
  const Shape = shapes[like];
  return (
    <span className={`${styles.chip} ${styles[like]}`}>
      <Shape size={12} strokeWidth={2.5} aria-hidden />
      {text}
    </span>
  );
}
