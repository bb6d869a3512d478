import { Ban, Check, CircleDashed, CirclePause, Gauge, TriangleAlert, X } from 'lucide-react';
import type { AccountState } from '../api';
import { useMessages } from '../i18n';
import styles from './StateChip.module.css';

const shapes = {
  UP: Check,
  DEGRADED: TriangleAlert,
  DOWN: X,
  MISCONFIGURED: Ban,
  PAUSED: CirclePause,
  LIMITED: Gauge,
  IDLE: CircleDashed,
} satisfies Record<AccountState, unknown>;

/** How an account does, as colour, shape and word. */
export function StateChip({ state }: { state: AccountState }) {
  const { accountStates } = useMessages();
  const Shape = shapes[state];
  return (
    <span className={`${styles.chip} ${styles[state]}`}>
      <Shape size={12} strokeWidth={2.5} aria-hidden />
      {accountStates[state]}
    </span>
  );
}
