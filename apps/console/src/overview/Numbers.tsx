import { Link } from '@tanstack/react-router';
import type { Overview } from '../api';
import { useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Range } from '../range';
import { useTenant } from '../session/tenant';
import { durationText, useNow } from '../time';
import { cappedText } from './capped';
import styles from './Overview.module.css';
import { words } from './words';

/** The numbers that tell how it goes, each a link to what it counts. */
export function Numbers({ overview, range }: { overview: Overview; range: Range }) {
  const text = useWords(words);
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const now = useNow();
  const { open, oldestDueSince, awaitingResult, byStatus } = overview;
  const show = (n: number) => cappedText(n, language);
  const late = oldestDueSince === null ? undefined : Math.max(0, now - Date.parse(oldestDueSince));
  const { FAILED: failed, DISPATCHED: sent } = byStatus;
  const numbers = [
    { label: text.waiting, value: show(open.queued + open.waiting), search: { status: 'READY', range: 'all' } },
    {
      label: text.oldestDue,
      value: late === undefined ? undefined : durationText(late < 1000 ? 0 : Math.round(late / 1000) * 1000),
      search: { status: 'READY', range: 'all', waiting: 'QUEUE' },
    },
    {
      label: text.inFlight,
      value: show(open.inFlight),
      search: { status: 'READY', range: 'all', waiting: 'IN_FLIGHT' },
    },
    { label: text.awaitingResult, value: show(awaitingResult), search: { status: 'DISPATCHED', range: 'all' } },
    { label: text.sent(text.ranges[range]), value: n(sent?.now), before: n(sent?.before), search: { range } },
    {
      label: text.failed(text.ranges[range]),
      value: n(failed?.now),
      before: n(failed?.before),
      // Where there were none before, there is nothing to compare with.
      isWorse: (failed?.before ?? 0) > 0 && (failed?.now ?? 0) > (failed?.before ?? 0),
      search: { status: 'FAILED', range },
    },
  ];
  function n(count = 0) {
    return count.toLocaleString(language);
  }
  return (
    <dl className={styles.numbers}>
      {numbers.map(({ label, value, before, isWorse, search }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Link to="/t/$tenant/activities" params={{ tenant }} search={search} aria-label={`${label}: ${value ?? 0}`}>
              {value ?? '—'}
            </Link>
            {before !== undefined && (
              <span className={isWorse ? styles.bad : styles.dim}>
                {isWorse && '▲ '}
                {text.before[range](before)}
              </span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
