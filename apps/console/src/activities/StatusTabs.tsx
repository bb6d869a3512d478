import type { Status } from '../api';
import { useMessages } from '../i18n';
import type { Search } from '../search';
import { Tabs } from '../ui/Tabs';
import { statuses } from './filters';
import { useStatusCounts } from './queries';

/** One tab for each status, with how many match the other filters. */
export function StatusTabs({ search, onChange }: { search: Search; onChange: (status: Status | undefined) => void }) {
  const { statuses: words, list } = useMessages();
  const counts = useStatusCounts(search);
  return (
    <Tabs
      label={list.status}
      tabs={[
        { name: 'all', text: list.all },
        ...statuses.map((status) => ({ name: status, text: words[status], count: counts.get(status) })),
      ]}
      chosen={search.status ?? 'all'}
      onChange={(name) => onChange(statuses.find((status) => status === name))}
    />
  );
}
