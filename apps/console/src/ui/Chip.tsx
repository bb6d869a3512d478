import { ArrowRight, Check, CircleDashed, type LucideIcon, Minus, TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Status } from '../api';
import styles from './Chip.module.css';

const shapes: Record<Status, LucideIcon> = {
  READY: CircleDashed,
  UNRESOLVED: TriangleAlert,
  DISPATCHED: ArrowRight,
  COMPLETED: Check,
  CANCELED: Minus,
  FAILED: X,
};

interface ChipProps {
  /** The colours are those of the statuses; what else is shown so looks like the status that it is most like. */
  look: Status;
  /** That of the status unless told. */
  shape?: LucideIcon;
  children: ReactNode;
}

/** A state as colour, shape and word, so that none of the three is needed alone. */
export function Chip({ look, shape: Shape = shapes[look], children }: ChipProps) {
  return (
    <span className={`${styles.chip} ${styles[look]}`}>
      <Shape size={12} strokeWidth={2.5} aria-hidden />
      {children}
    </span>
  );
}
