import { Check, CircleDashed, CirclePause, Gauge, type LucideIcon, TriangleAlert, Wrench, X } from 'lucide-react';
import type { AccountState, Status } from '../api';
import { useMessages } from '../i18n';
import { Chip } from './Chip';

const looks: Record<AccountState, [look: Status, shape: LucideIcon]> = {
  UP: ['COMPLETED', Check],
  DEGRADED: ['UNRESOLVED', TriangleAlert],
  DOWN: ['FAILED', X],
  MISCONFIGURED: ['FAILED', Wrench],
  PAUSED: ['CANCELED', CirclePause],
  LIMITED: ['UNRESOLVED', Gauge],
  IDLE: ['CANCELED', CircleDashed],
};

/** How an account does. */
export function StateChip({ state }: { state: AccountState }) {
  const { accountStates } = useMessages();
  const [look, shape] = looks[state];
  return (
    <Chip look={look} shape={shape}>
      {accountStates[state]}
    </Chip>
  );
}
