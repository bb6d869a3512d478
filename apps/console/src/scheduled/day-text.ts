import { usePreferences } from '../preferences';
import type { Day } from './calendar';

const forms = {
  full: { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' },
  head: { weekday: 'short', day: 'numeric', month: 'short' },
  weekday: { weekday: 'short' },
} as const;

/** A day in the reader's language: `Thu, 26 Nov 2026`. */
export function useDayText(): (day: Day, form?: keyof typeof forms) => string {
  const { language } = usePreferences();
  return (day, form = 'full') =>
    new Date(`${day}T00:00:00Z`).toLocaleDateString(language === 'en' ? 'en-GB' : language, {
      ...forms[form],
      timeZone: 'UTC',
    });
}
