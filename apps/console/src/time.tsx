import { useEffect, useState } from 'react';
import { useMessages } from './i18n';
import { preferences, usePreferences } from './preferences';
import { useTenant } from './session/tenant';

/** The zone in which times are shown: the tenant's unless the reader wants another. */
export function useZone(): string {
  const { zone } = usePreferences();
  const { timezone } = useTenant();
  if (zone === 'UTC') return 'UTC';
  return zone === 'mine' ? browserZone : timezone;
}

export const browserZone = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** `10:21:07` of today, `24 nov 10:21` of another day of this year, with the year of another year. */
function timeText(at: string, zone: string, language: string, now = new Date()): string {
  const date = new Date(at);
  const day = (of: Date) => of.toLocaleDateString('en-CA', { timeZone: zone });
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone: zone } as const;
  if (day(date) === day(now)) return date.toLocaleTimeString(language, { ...clock, second: '2-digit' });
  return `${dayText(date, zone, language, now)} ${date.toLocaleTimeString(language, clock)}`;
}

/** `24 nov`, with the year of another year. */
function dayText(date: Date, zone: string, language: string, now: Date): string {
  const year = (of: Date) => of.toLocaleDateString('en-CA', { timeZone: zone }).slice(0, 4);
  return date.toLocaleDateString(language === 'en' ? 'en-GB' : language, {
    day: 'numeric',
    month: 'short',
    ...(year(date) === year(now) ? {} : { year: 'numeric' }),
    timeZone: zone,
  });
}

export function useTimeText(): (at: string) => string {
  const zone = useZone();
  const { language } = usePreferences();
  return (at) => timeText(at, zone, language);
}

/** An instant in the chosen zone; in UTC for whoever points at it or copies it. */
export function Time({ at }: { at: string }) {
  const text = useTimeText();
  return (
    <time dateTime={at} title={at}>
      {text(at)}
    </time>
  );
}

/** The day in the chosen zone that begins at an instant. */
export function Day({ at }: { at: string }) {
  const zone = useZone();
  const { language } = usePreferences();
  return (
    <time dateTime={at} title={at}>
      {dayText(new Date(at), zone, language, new Date())}
    </time>
  );
}

/** The present, once a second. */
export function useNow(): number {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

/** `in 42 s`, `in 12 min`; empty when it is over or more than an hour away. */
export function useRelative(): (at: string) => string {
  const { relative } = useMessages();
  const now = useNow();
  return (at) => {
    const seconds = Math.ceil((Date.parse(at) - now) / 1000);
    if (seconds <= 0 || seconds > 3600) return '';
    return seconds < 60 ? relative.inSeconds(seconds) : relative.inMinutes(Math.round(seconds / 60));
  };
}

/** `214 ms`, `1.7 s`, `3 min`, `2 h`, `5 d`, in the language that is chosen. */
export function durationText(ms: number): string {
  const units: [limit: number, per: number, unit: string, digits: number][] = [
    [1000, 1, 'ms', 0],
    [60_000, 1000, 's', 1],
    [3_600_000, 60_000, 'min', 0],
    [172_800_000, 3_600_000, 'h', 0],
    [Infinity, 86_400_000, 'd', 0],
  ];
  const [, per, unit, digits] = units.find(([limit]) => ms < limit) ?? [0, 1, 'ms', 0];
  return `${(ms / per).toLocaleString(preferences().language, { maximumFractionDigits: digits })} ${unit}`;
}
