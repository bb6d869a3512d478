import { Check, Gauge, type LucideIcon, Minus, Pause, TriangleAlert, Wrench, X } from 'lucide-react';
import type { ConfigHealth, Status } from '../api';
import { useWords } from '../i18n';
import { Chip } from '../ui/Chip';
import { words } from './words';

const looks: Record<ConfigHealth['state'], [Status, LucideIcon]> = {
  UP: ['COMPLETED', Check],
  DEGRADED: ['UNRESOLVED', TriangleAlert],
  DOWN: ['FAILED', X],
  MISCONFIGURED: ['FAILED', Wrench],
  PAUSED: ['CANCELED', Pause],
  LIMITED: ['READY', Gauge],
  IDLE: ['CANCELED', Minus],
};

/** How an account does. */
export function HealthChip({ state }: { state: ConfigHealth['state'] }) {
  const { states } = useWords(words);
  const [look, shape] = looks[state];
  return (
    <Chip look={look} shape={shape}>
      {states[state]}
    </Chip>
  );
}
