import { Link, useParams } from '@tanstack/react-router';
import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { Channel } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type Day, dayAt, hourAt, hoursOf, type Span, spanOf } from './calendar';
import { useDayText } from './day-text';
import { filterOf, useScheduled } from './queries';
import styles from './Scheduled.module.css';
import { words } from './words';

type Counts = Map<Channel, number>;

/** A place of the grid. */
interface Cell {
  /** Read out: its day, and its hour where it is one. */
  name: string;
  day: Day;
  /** Undefined where clocks leave it out. */
  span: Span | undefined;
  counts: Counts;
}

interface ScheduledGridProps {
  view: 'week' | 'month';
  days: Day[];
  at: Day;
  today: Day;
  zone: string;
  channel: Channel | undefined;
  onGo: (by: -1 | 1) => void;
  onCount: (count: number) => void;
}

const hourNames = Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, '0'));

/** The days of a month by weeks, or the hours of a week by days, each with how many wait, and a link to them. */
export function ScheduledGrid({ view, days, at, today, zone, channel, onGo, onCount }: ScheduledGridProps) {
  const text = useWords(words);
  const dayText = useDayText();
  const { tenant = '' } = useParams({ strict: false });
  const span = useMemo(() => spanOf(days, zone), [days, zone]);
  const step = view === 'week' ? '1h' : '1d';
  const { data, error, refetch, isPlaceholderData } = useScheduled(span, step, zone, channel);
  const total = data?.data.reduce((sum, { count }) => sum + count, 0);
  useEffect(() => {
    if (total !== undefined && !isPlaceholderData) onCount(total);
  }, [total, isPlaceholderData, onCount]);

  const counts = new Map<string, Counts>();
  for (const { at: begin, channel: of, count } of data?.data ?? []) {
    const key = view === 'week' ? hourAt(new Date(begin), zone) : dayAt(new Date(begin), zone);
    const there = counts.get(key) ?? new Map<Channel, number>();
    counts.set(key, there.set(of, (there.get(of) ?? 0) + count));
  }
  const none: Counts = new Map();
  const hours = view === 'week' ? hoursOf(days, zone) : undefined;
  const rows: { head: string | undefined; cells: Cell[] }[] = hours
    ? hourNames.map((hour) => ({
        head: `${hour}:00`,
        cells: days.map((day) => {
          const key = `${day}T${hour}`;
          const name = `${dayText(day, 'head')}, ${hour}:00`;
          return { name, day, span: hours.get(key), counts: counts.get(key) ?? none };
        }),
      }))
    : Array.from({ length: days.length / 7 }, (_, week) => ({
        head: undefined,
        cells: days.slice(week * 7, week * 7 + 7).map((day) => ({
          name: dayText(day),
          day,
          span: spanOf([day], zone),
          counts: counts.get(day) ?? none,
        })),
      }));

  if (error && !data) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton rows={view === 'week' ? 24 : 6} />;
  const [first = at, last = at] = [days[0], days.at(-1)];
  return (
    <>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      <Grid
        label={text.grid(dayText(first), dayText(last))}
        rows={rows.map(({ cells }) => cells.length)}
        start={view === 'week' ? [0, days.indexOf(at)] : [Math.floor(days.indexOf(at) / 7), days.indexOf(at) % 7]}
        isStale={isPlaceholderData}
        onGo={onGo}
        head={
          <tr>
            {view === 'week' && (
              <th scope="col" className={styles.hour}>
                {text.hour}
              </th>
            )}
            {days.slice(0, 7).map((day) => (
              <th key={day} scope="col" data-today={view === 'week' && day === today}>
                {view === 'month' ? (
                  dayText(day, 'weekday')
                ) : (
                  <Link to="/t/$tenant/scheduled" params={{ tenant }} search={daySearch(day, channel)}>
                    {dayText(day, 'head')}
                  </Link>
                )}
              </th>
            ))}
          </tr>
        }
      >
        {(cellProps) =>
          rows.map(({ head, cells }, row) => (
            <tr key={cells[0]?.name}>
              {head !== undefined && (
                <th scope="row" className={styles.hour}>
                  {head}
                </th>
              )}
              {cells.map((cell, column) => {
                const props = cellProps(row, column);
                return (
                  <td
                    key={cell.name}
                    {...props}
                    className={view === 'month' ? styles.day : undefined}
                    data-none={cell.span === undefined}
                    data-filled={cell.counts.size > 0}
                    data-other={view === 'month' && cell.day.slice(0, 7) !== at.slice(0, 7)}
                  >
                    {view === 'month' && (
                      <Link
                        to="/t/$tenant/scheduled"
                        params={{ tenant }}
                        search={daySearch(cell.day, channel)}
                        tabIndex={props.tabIndex}
                        aria-label={cell.name}
                        className={styles.number}
                        data-today={cell.day === today}
                      >
                        {Number(cell.day.slice(8))}
                      </Link>
                    )}
                    <What cell={cell} channel={channel} isTall={view === 'month'} />
                  </td>
                );
              })}
            </tr>
          ))
        }
      </Grid>
      <p className={styles.keys}>{text.keys}</p>
    </>
  );
}

function daySearch(day: Day, channel: Channel | undefined) {
  return { view: 'day', at: day, channel };
}

/** How many wait there, in all and on each channel, with a link to the list of them. */
function What({ cell, channel, isTall }: { cell: Cell; channel: Channel | undefined; isTall: boolean }) {
  const text = useWords(words);
  const { channels } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const { name, span, counts } = cell;
  if (!span || counts.size === 0) {
    return <span className="visually-hidden">{`${name}: ${span ? text.nothing : text.noSuchHour}`}</span>;
  }
  const parts = [...counts].sort(([, one], [, other]) => other - one);
  const total = parts.reduce((sum, [, count]) => sum + count, 0);
  const partText = ([of, count]: [Channel, number]) =>
    parts.length === 1 ? channels[of] : `${channels[of]} ${count.toLocaleString(language)}`;
  const inAll = total.toLocaleString(language);
  return (
    <Link
      to="/t/$tenant/activities"
      params={{ tenant }}
      search={{ ...filterOf(span, channel), range: 'all' }}
      tabIndex={-1}
      title={[inAll, ...parts.map(partText)].join(', ')}
      className={styles.what}
      data-tall={isTall}
      data-open
    >
      <span className="visually-hidden">{name}:</span>
      <strong>{inAll}</strong>
      {parts.map((part) => (
        <span key={part[0]}>{partText(part)}</span>
      ))}
    </Link>
  );
}

interface CellProps {
  role: 'gridcell';
  tabIndex: 0 | -1;
  'data-place': string;
  onFocus: () => void;
}

interface GridProps {
  label: string;
  /** How many cells each row has. */
  rows: number[];
  /** Where the focus comes in first. */
  start: [row: number, column: number];
  isStale: boolean;
  onGo: (by: -1 | 1) => void;
  head: ReactNode;
  children: (cellProps: (row: number, column: number) => CellProps) => ReactNode;
}

/** A table of which one cell is reached by Tab, and the others by arrows from there; Enter follows a cell's link. */
function Grid({ label, rows, start, isStale, onGo, head, children }: GridProps) {
  const table = useRef<HTMLTableElement>(null);
  const [startRow, startColumn] = start;
  const [[row, column], setPlace] = useState(start);
  useEffect(() => setPlace([startRow, startColumn]), [label, startRow, startColumn]);
  const press = (event: KeyboardEvent) => {
    const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-place]');
    if (!cell || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'PageUp' || event.key === 'PageDown') onGo(event.key === 'PageUp' ? -1 : 1);
    else if (event.key === 'Enter' && event.target === cell) cell.querySelector<HTMLElement>('[data-open]')?.click();
    else {
      const most = (rows[row] ?? 1) - 1;
      const next = {
        ArrowUp: [row - 1, column],
        ArrowDown: [row + 1, column],
        ArrowLeft: [row, column - 1],
        ArrowRight: [row, column + 1],
        Home: [row, 0],
        End: [row, most],
      }[event.key];
      if (!next) return;
      table.current?.querySelector<HTMLElement>(`[data-place="${next.join(' ')}"]`)?.focus();
    }
    event.preventDefault();
  };
  return (
    <div className={styles.scroll}>
      <table ref={table} role="grid" aria-label={label} className={styles.grid} data-stale={isStale} onKeyDown={press}>
        <thead>{head}</thead>
        <tbody>
          {children((atRow, atColumn) => ({
            role: 'gridcell',
            tabIndex: atRow === row && atColumn === column ? 0 : -1,
            'data-place': `${atRow} ${atColumn}`,
            onFocus: () => setPlace([atRow, atColumn]),
          }))}
        </tbody>
      </table>
    </div>
  );
}
