import { useWords } from '../i18n';
import { useTimeText } from '../time';
import { useOutcomeText } from './outcome';
import type { Occurrence } from './queries';
import styles from './Recurring.module.css';
import { words } from './words';

const step = 6;
const height = 16;

type Fate = 'fired' | 'failed' | 'skipped';

function fateOf({ status, activity_status }: Occurrence): Fate {
  if (status === 'skipped') return 'skipped';
  return activity_status === 'FAILED' ? 'failed' : 'fired';
}

/** What became of the last times, the latest at the right: a bar was fired, a cross failed, a dash was skipped. */
export function Strip({ occurrences }: { occurrences: Occurrence[] }) {
  const text = useWords(words);
  const timeText = useTimeText();
  const outcomeText = useOutcomeText();
  const fates = occurrences.map(fateOf);
  const count = (fate: Fate) => fates.filter((one) => one === fate).length;
  const width = 20 * step;
  return (
    <svg
      role="img"
      aria-label={text.stripOf(count('fired'), count('failed'), count('skipped'))}
      className={styles.strip}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
    >
      {occurrences.map((occurrence, index) => {
        const x = width - (index + 1) * step;
        const fate = fates[index] ?? 'fired';
        return (
          <g key={occurrence.scheduled_for} className={styles[fate]}>
            <title>{`${timeText(occurrence.scheduled_for)}: ${outcomeText(occurrence)}`}</title>
            <rect x={x} width={step} height={height} className={styles.room} />
            {fate === 'fired' && <rect x={x + 1} width={4} height={height} rx={1} />}
            {fate === 'failed' && <path d={`M${x + 1} 5 l4 6 m0 -6 l-4 6`} />}
            {fate === 'skipped' && <rect x={x + 1} y={7} width={4} height={2} />}
          </g>
        );
      })}
    </svg>
  );
}
