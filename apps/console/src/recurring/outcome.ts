import { useMessages, useWords } from '../i18n';
import type { Occurrence } from './queries';
import { words } from './words';

/** What became of a time, in words: that of its activity, or why there is none. */
export function useOutcomeText(): (occurrence: Occurrence) => string {
  const text = useWords(words);
  const { statuses } = useMessages();
  return ({ status, reason, activity_status }) => {
    if (status === 'skipped') return reason === null ? text.skipped : text.skippedFor(text.reasons[reason]);
    return activity_status === null ? `${text.fired} · ${text.gone}` : statuses[activity_status];
  };
}
