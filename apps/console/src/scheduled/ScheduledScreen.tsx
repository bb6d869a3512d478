import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useCallback, useContext, useState } from 'react';
import type { Channel } from '../api';
import { useMessages, useWords } from '../i18n';
import { useKeys } from '../keyboard';
import type { Search } from '../search';
import { MeContext } from '../session/me';
import { useZone } from '../time';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { Tabs } from '../ui/Tabs';
import { Toolbar } from '../ui/Toolbar';
import { dayAt, daysOf, isDay, moved, type View, views } from './calendar';
import { DayList } from './DayList';
import { ScheduledGrid } from './ScheduledGrid';
import { useDayText } from './day-text';
import styles from './Scheduled.module.css';
import { words } from './words';

/** What waits for its time, by month, week or day of the zone that is shown. */
export function ScheduledScreen() {
  const text = useWords(words);
  const { screens, channels } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const navigate = useNavigate();
  const zone = useZone();
  const me = useContext(MeContext);
  const dayText = useDayText();
  const [counted, setCounted] = useState<{ place: string; count: number }>();

  const today = dayAt(new Date(), zone);
  const at = isDay(search.at) ? search.at : today;
  const view = views.find((one) => one === search.view) ?? 'week';
  const channel = (Object.keys(channels) as Channel[]).find((one) => one === search.channel);
  const days = daysOf(view, at);
  const [first = at, last = at] = [days[0], days.at(-1)];
  const place = `${view} ${at} ${channel}`;
  const setCount = useCallback((count: number) => setCounted({ place, count }), [place]);
  /** Of what is shown, and not of what was shown before it. */
  const count = counted?.place === place ? counted.count : undefined;

  const change = (changed: Search) =>
    void navigate({
      to: '/t/$tenant/scheduled',
      params: { tenant },
      search: { ...search, page: undefined, ...changed },
      resetScroll: false,
    });
  const go = (by: -1 | 1) => change({ at: moved(view, at, by) });
  useKeys({ PageUp: () => go(-1), PageDown: () => go(1) });

  return (
    <Page title={screens.scheduled} aside={count === undefined ? undefined : text.waiting(count)}>
      {me?.settings.enableScheduledActions === false && <Note kind="warning">{text.off}</Note>}
      <Tabs<View>
        label={text.view}
        tabs={views.map((name) => ({ name, text: text.views[name] }))}
        chosen={view}
        onChange={(name) => change({ view: name === 'week' ? undefined : name })}
      />
      <Toolbar>
        <Button onClick={() => go(-1)}>‹ {text.before}</Button>
        <Button disabled={at === today} onClick={() => change({ at: undefined })}>
          {text.today}
        </Button>
        <Button onClick={() => go(1)}>{text.after} ›</Button>
        <input
          type="date"
          aria-label={text.goTo}
          value={at}
          onChange={({ target }) => isDay(target.value) && change({ at: target.value })}
        />
        <select
          aria-label={text.channel}
          value={channel ?? ''}
          onChange={({ target }) => change({ channel: target.value || undefined })}
        >
          <option value="">{text.allChannels}</option>
          {Object.entries(channels).map(([value, name]) => (
            <option key={value} value={value}>
              {name}
            </option>
          ))}
        </select>
        <strong>{view === 'day' ? dayText(at) : `${dayText(first)} – ${dayText(last)}`}</strong>
      </Toolbar>
      {view === 'day' ? (
        <DayList key={at} day={at} zone={zone} channel={channel} search={search} onChange={change} onCount={setCount} />
      ) : (
        <ScheduledGrid
          view={view}
          days={days}
          at={at}
          today={today}
          zone={zone}
          channel={channel}
          onGo={go}
          onCount={setCount}
        />
      )}
      <p className={styles.more}>
        {text.recurring}{' '}
        <Link to="/t/$tenant/recurring" params={{ tenant }}>
          {screens.recurring}
        </Link>
      </p>
    </Page>
  );
}
