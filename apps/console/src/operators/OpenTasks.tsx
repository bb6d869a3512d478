import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useTenant } from '../session/tenant';
import { openStatuses, useOpenTasks } from './queries';
import { words } from './words';

type Whose = { operatorId: string } | { routeId: string };

/** To what an operator or a route still has to do. */
export function OpenTasksLink({ of, children }: { of: Whose; children?: ReactNode }) {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const search = { ...of, status: openStatuses.join(','), range: 'all' };
  return (
    <Link to="/t/$tenant/activities" params={{ tenant }} search={search}>
      {t.openTasks}
      {children}
    </Link>
  );
}

/** How much that is. */
export function OpenTasks({ of }: { of: Whose }) {
  const { language } = usePreferences();
  const { data } = useOpenTasks(of);
  if (!data || data.meta.total === null) return null;
  const { total, totalIsCapped } = data.meta;
  return (
    <p>
      <OpenTasksLink of={of}>
        {': '}
        {total.toLocaleString(language)}
        {totalIsCapped && '+'}
      </OpenTasksLink>
    </p>
  );
}
