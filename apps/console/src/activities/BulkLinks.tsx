import { Link } from '@tanstack/react-router';
import { useMessages } from '../i18n';
import type { Search } from '../search';
import { useTenant } from '../session/tenant';
import styles from '../ui/Button.module.css';

const kinds = [
  { to: '/t/$tenant/activities/redrive', name: 'redrive', status: 'FAILED' },
  { to: '/t/$tenant/activities/cancel', name: 'cancel', status: 'READY' },
  { to: '/t/$tenant/activities/retry-resolution', name: 'retryResolution', status: 'UNRESOLVED' },
] as const;

/**
 * To what may be done to all that the list shows, or to those that are selected. Redriving is offered on every list, the
 * others where the list is of the status that they change.
 */
export function BulkLinks({ search, ids }: { search: Search; ids: string[] }) {
  const { list } = useMessages();
  const { code: tenant } = useTenant();
  const { page: _page, perPage: _perPage, status, ...filters } = search;
  return kinds
    .filter((kind) => (status === undefined ? kind.name === 'redrive' || ids.length > 0 : kind.status === status))
    .map(({ to, name }) => (
      <Link
        key={name}
        to={to}
        params={{ tenant }}
        search={ids.length > 0 ? { ids: ids.join(',') } : filters}
        className={styles.button}
      >
        {ids.length > 0 ? list.bulkSelected[name](ids.length) : list.bulk[name]}
      </Link>
    ));
}
