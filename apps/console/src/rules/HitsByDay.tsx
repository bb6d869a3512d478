import { useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useZone } from '../time';
import { instantsOf, localTime } from '../time-zone';
import { ProblemNote } from '../ui/Problem';
import { useHitsByDay } from './queries';
import styles from './Rules.module.css';
import { words as texts } from './words';

const howMany = 14;

/** On how many actions a rule has decided on each of the last days, of the zone that is shown. */
export function HitsByDay({ ruleId }: { ruleId: string }) {
  const words = useWords(texts);
  const { language } = usePreferences();
  const zone = useZone();
  const days = lastDays(zone);
  const { counts, error } = useHitsByDay(ruleId, days);
  const most = Math.max(1, ...counts.map((count) => count ?? 0));
  const day = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    ...{ timeZone: zone, weekday: 'short', day: 'numeric', month: 'short' },
  });
  if (error) return <ProblemNote error={error} title={words.noHits} />;
  return (
    <ol className={styles.days}>
      {days.map(({ from }, index) => {
        const count = counts[index];
        return (
          <li key={from.toISOString()}>
            <span>{day.format(from)}</span>
            <span className={styles.bar} aria-hidden>
              <span style={{ width: `${((count ?? 0) / most) * 100}%` }} />
            </span>
            <span className={styles.number}>{count?.toLocaleString(language) ?? '…'}</span>
          </li>
        );
      })}
    </ol>
  );
}

/** The last days of a zone, today first. A day begins at its first instant, which is not midnight where clocks are put on then. */
function lastDays(zone: string): { from: Date; to: Date }[] {
  const today = localTime(new Date(), zone).slice(0, 10);
  const starts = Array.from({ length: howMany + 1 }, (_, back) => startOf(plusDays(today, 1 - back), zone));
  return Array.from({ length: howMany }, (_, back) => ({
    from: starts[back + 1] ?? new Date(),
    to: starts[back] ?? new Date(),
  }));
}

function plusDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

function startOf(day: string, zone: string): Date {
  const [first] = ['00:00', '00:30', '01:00', '02:00'].flatMap((time) => instantsOf(`${day}T${time}`, zone));
  return first ?? new Date(`${day}T00:00Z`);
}
