import type { Status } from '../api';
import { useMessages } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import styles from './Activities.module.css';
import { statuses } from './filters';
import { useStatusCounts } from './queries';

/** One tab for each status, with how many match the other filters. */
export function StatusTabs({ search, onChange }: { search: Search; onChange: (status: Status | undefined) => void }) {
  const { statuses: words, list } = useMessages();
  const { language } = usePreferences();
  const { data } = useStatusCounts(search);
  const counts = new Map(data?.map(([status, { total, totalIsCapped }]) => [status, { total, totalIsCapped }]));
  return (
    <div className={styles.tabs} role="group" aria-label={list.status}>
      {[undefined, ...statuses].map((status) => {
        const count = status && counts.get(status);
        return (
          <button
            key={status ?? 'all'}
            type="button"
            className={styles.tab}
            aria-pressed={search.status === status}
            onClick={() => onChange(status)}
          >
            {status ? words[status] : list.all}
            {typeof count?.total === 'number' && (
              <span className={styles.count}>
                {count.total.toLocaleString(language)}
                {count.totalIsCapped && '+'}
              </span>
            )}
          </button>
        );
      })}
    </div>
  );
}
