import { useMessages } from '../i18n';
import type { Search } from '../search';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import styles from './Activities.module.css';
import { filtersOf, rangeOf } from './filters';
import { useActivities } from './queries';

/** Why the list is empty: nothing exists, with the first step; or nothing matches, with the way out. */
export function NothingFound({ search, onChange }: { search: Search; onChange: (changed: Search) => void }) {
  const { list, common } = useMessages();
  const { data: all } = useActivities({ range: 'all' });
  if (!all) return null;
  if (all.data.length === 0) {
    return (
      <Empty title={list.nothingYet}>
        <p>{list.nothingYetText}</p>
        <pre className={styles.curl}>{firstCall()}</pre>
      </Empty>
    );
  }
  const narrowed = [...filtersOf(search).map(([key]) => key), 'search', 'status', 'page'];
  return (
    <Empty title={list.nothingMatches}>
      <div className={styles.ways}>
        <Button onClick={() => onChange(Object.fromEntries(narrowed.map((key) => [key, undefined])))}>
          {common.clear}
        </Button>
        {rangeOf(search) !== 'all' && (
          <Button onClick={() => onChange({ range: 'all', createdFrom: undefined, createdTo: undefined })}>
            {list.searchAllTime}
          </Button>
        )}
      </div>
    </Empty>
  );
}

const firstCall = () => `curl ${location.origin}/api/activities -H 'x-api-key: erk_…' \\
  -H 'content-type: application/json' \\
  -d '{"type":"MESSAGE","channel":"WHATSAPP","reason":"send_reminder","commerceExternalId":"STORE-1"}'`;
