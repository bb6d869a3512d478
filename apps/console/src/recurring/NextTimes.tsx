import { useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useTimeText, useZone } from '../time';
import type { NextTime } from './queries';
import styles from './Recurring.module.css';
import { words } from './words';

interface NextTimesProps {
  times: NextTime[];
  /** Of the recurring action. */
  zone: string;
  /** No time after it. */
  endsAt?: string | null;
  isStale?: boolean;
}

/** Times to come by the clocks of their zone, and by the reader's where these are others; with what clock changes do to them. */
export function NextTimes({ times, zone, endsAt, isStale = false }: NextTimesProps) {
  const text = useWords(words);
  const { language } = usePreferences();
  const timeText = useTimeText();
  const readers = useZone();
  return (
    <>
      <p className={styles.dim}>{text.inZone(zone)}</p>
      <ol className={styles.times} data-stale={isStale}>
        {times.map(({ scheduled_for: at, local_time: local, clock_change: change, left_out: leftOut }) => {
          const isOver = Boolean(endsAt) && Date.parse(at) > Date.parse(endsAt ?? '');
          return (
            <li key={at}>
              <time dateTime={at} title={at} className={isOver ? styles.over : undefined}>
                {localText(local, language)}
              </time>{' '}
              <span className={styles.dim}>
                {local.slice(19)}
                {zone !== readers && ` · ${timeText(at)} ${text.inZone(readers)}`}
                {isOver && ` · ${text.afterEnd}`}
              </span>
              {change !== null && <p>{text.clocks[change](leftOut.map((time) => time.slice(11, 16)).join(', '))}</p>}
            </li>
          );
        })}
      </ol>
    </>
  );
}

/** `Mon 30 Nov 2026, 09:00`, of what clocks show; seconds where there are any. */
function localText(local: string, language: string): string {
  const shown = new Date(`${local.slice(0, 19)}Z`);
  const options = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' } as const;
  const day = shown.toLocaleDateString(language === 'en' ? 'en-GB' : language, options);
  const clock = local.slice(11, 19);
  return `${day} ${clock.endsWith(':00') ? clock.slice(0, 5) : clock}`;
}
