import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTenant } from '../session/tenant';
import type { Entry } from './queries';

/** The screen of the thing that was changed, below the tenant's, where it has one. */
const screensOf: Record<string, (id: string) => [path: string, search?: Record<string, string>]> = {
  api_key: (id) => [`keys/${id}`],
  dispatch_config: (id) => [`configs/${id}`],
  webhook: (id) => [`webhooks/${id}`],
  rule: (id) => [`rules/${id}`],
  recurring_action: (id) => [`recurring/${id}`],
  attribute_key: () => ['resolution', { view: 'attributes' }],
  attribute_policy: () => ['resolution', { view: 'sources' }],
  result_type: () => ['resolution', { view: 'results' }],
  target_resolution_config: () => ['resolution'],
  tenant: () => ['settings'],
};

/** Leads to what was changed, unless it is gone or has no screen. */
export function SubjectLink({ entry, children }: { entry: Entry; children: ReactNode }) {
  const { code } = useTenant();
  const { subjectType, subjectId, action, outcome } = entry;
  const screen = screensOf[subjectType];
  if (!screen || subjectId === null || outcome === 'refused' || action.endsWith('.deleted')) return children;
  const [path, search = {}] = screen(subjectId);
  // The router's types know patterns alone.
  return (
    <Link to={`/t/${code}/${path}` as '.'} search={search}>
      {children}
    </Link>
  );
}
