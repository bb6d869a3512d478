import { lazy, Suspense } from 'react';
import type { Status } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Range } from '../range';
import { Day, Time } from '../time';
import { Section } from '../ui/Page';
import { Table } from '../ui/Table';
import styles from './Overview.module.css';
import { stepOf, useOutcomes } from './queries';
import { words } from './words';

const Chart = lazy(() => import('../ui/StackedBars').then(({ StackedBars }) => ({ default: StackedBars })));

/** From the foot of a bar to its top. READY is left out: what becomes READY becomes something else as well. */
const order = ['COMPLETED', 'DISPATCHED', 'CANCELED', 'UNRESOLVED', 'FAILED'] as const satisfies Status[];

/** How many became what in each bucket, as a chart and, for whoever wants the numbers, as a table. */
export function Outcomes({ range }: { range: Range }) {
  const text = useWords(words);
  const { statuses } = useMessages();
  const { language } = usePreferences();
  const { data } = useOutcomes(range);
  const step = stepOf[range];
  const title = text.outcomes[step];
  const countsOf = (status: Status) => data?.series.find(({ key }) => key === status)?.counts;
  const series = order.flatMap((status) => {
    const counts = countsOf(status);
    return counts ? [{ name: statuses[status], color: `--${status.toLowerCase()}`, counts }] : [];
  });
  const rows = (data?.buckets ?? [])
    .map((at, index) => ({ at, index }))
    .filter(({ index }) => series.some(({ counts }) => (counts[index] ?? 0) > 0))
    .reverse();
  return (
    <Section title={title}>
      {data && series.length === 0 && <p className={styles.dim}>{text.noOutcomes}</p>}
      {data && series.length > 0 && (
        <>
          <div className={styles.chart}>
            <Suspense>
              <Chart title={title} at={data.buckets} series={series} />
            </Suspense>
          </div>
          <ul className={styles.legend} aria-hidden>
            {series.map(({ name, color }) => (
              <li key={name}>
                <span style={{ background: `var(${color})` }} />
                {name}
              </li>
            ))}
          </ul>
          <details>
            <summary className={styles.summary}>{text.asTable}</summary>
            <div className={styles.twin}>
              <Table
                caption={title}
                rows={rows}
                idOf={({ at }) => at}
                minWidth={320}
                columns={[
                  { title: text.bucket, cell: ({ at }) => (step === '1d' ? <Day at={at} /> : <Time at={at} />) },
                  ...series.map(({ name, counts }) => ({
                    title: name,
                    isNumber: true,
                    cell: ({ index }: { index: number }) => (counts[index] ?? 0).toLocaleString(language),
                  })),
                ]}
              />
            </div>
          </details>
        </>
      )}
    </Section>
  );
}
