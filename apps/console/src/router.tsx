import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { ActivitiesScreen } from './activities/ActivitiesScreen';
import { ApiError } from './api';
import { parseSearch, type Search, stringifySearch } from './search';
import { meQuery } from './session/me';
import { codeOf, SignIn } from './session/SignIn';
import { NotFound } from './shell/NotFound';
import { TenantShell } from './shell/TenantShell';
import { WithToasts } from './ui/Toasts';

const root = createRootRouteWithContext<{ queries: QueryClient }>()({
  validateSearch: (search: Search) => search,
  component: () => (
    <WithToasts>
      <Outlet />
    </WithToasts>
  ),
  notFoundComponent: () => <NotFound />,
});

const signIn = createRoute({ getParentRoute: () => root, path: '/sign-in', component: SignIn });

/** Sends who is signed in to their tenant, and others to the sign-in, with the code of the link where it has one. */
const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: async ({ context, location }) => {
    const code = codeOf(location.hash);
    if (code !== undefined) throw redirect({ to: '/sign-in', hash: `code=${code}`, replace: true });
    const me = await signedIn(context.queries, '/');
    if (me.tenant) throw redirect({ to: '/t/$tenant/overview', params: { tenant: me.tenant.code }, replace: true });
  },
  component: lazyRouteComponent(() => import('./tenants/TenantsScreen'), 'TenantsScreen'),
});

const tenant = createRoute({
  getParentRoute: () => root,
  path: '/t/$tenant',
  beforeLoad: async ({ context, location, params }) => {
    await signedIn(context.queries, location.href, params.tenant);
  },
  component: TenantShell,
  errorComponent: NotFound,
  notFoundComponent: () => <NotFound />,
});

const tenantStart = createRoute({
  getParentRoute: () => tenant,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/t/$tenant/overview', params, replace: true });
  },
});

/** A screen of a tenant, whose code is fetched once it is wanted. */
function screen<Path extends string, Name extends string, Module extends Record<Name, () => ReactNode>>(
  path: Path,
  load: () => Promise<Module>,
  name: Name,
) {
  return createRoute({ getParentRoute: () => tenant, path, component: lazyRouteComponent(load, name) });
}

const bulkScreens = () => import('./activities/bulk/BulkScreen');

/** Every screen of a tenant but the list of activities, which is loaded at once. */
const screens = [
  screen('/overview', () => import('./overview/OverviewScreen'), 'OverviewScreen'),
  screen('/activities/$id', () => import('./activities/ActivityScreen'), 'ActivityScreen'),
  screen('/activities/redrive', bulkScreens, 'RedriveScreen'),
  screen('/activities/cancel', bulkScreens, 'CancelScreen'),
  screen('/activities/retry-resolution', bulkScreens, 'RetryResolutionScreen'),
  screen('/commerces', () => import('./commerces/CommercesScreen'), 'CommercesScreen'),
  screen('/commerces/new', () => import('./commerces/NewCommerceScreen'), 'NewCommerceScreen'),
  screen('/commerces/import', () => import('./commerces/ImportScreen'), 'ImportScreen'),
  screen('/commerces/$id', () => import('./commerces/CommerceScreen'), 'CommerceScreen'),
  screen('/operators', () => import('./operators/OperatorsScreen'), 'OperatorsScreen'),
  screen('/routes', () => import('./operators/RoutesScreen'), 'RoutesScreen'),
  screen('/resolution', () => import('./resolution/ResolutionScreen'), 'ResolutionScreen'),
  screen('/keys', () => import('./keys/KeysScreen'), 'KeysScreen'),
  screen('/keys/new', () => import('./keys/NewKeyScreen'), 'NewKeyScreen'),
  screen('/keys/$id', () => import('./keys/KeyScreen'), 'KeyScreen'),
  screen('/audit', () => import('./audit/AuditScreen'), 'AuditScreen'),
  screen('/settings', () => import('./settings/SettingsScreen'), 'SettingsScreen'),
  screen('/people', () => import('./people/PeopleScreen'), 'PeopleScreen'),
  screen('/scheduled', () => import('./scheduled/ScheduledScreen'), 'ScheduledScreen'),
  screen('/recurring', () => import('./recurring/RecurringListScreen'), 'RecurringListScreen'),
  screen('/recurring/new', () => import('./recurring/NewRecurringScreen'), 'NewRecurringScreen'),
  screen('/recurring/$id', () => import('./recurring/RecurringScreen'), 'RecurringScreen'),
  screen('/configs', () => import('./configs/ConfigsScreen'), 'ConfigsScreen'),
  screen('/configs/new', () => import('./configs/NewConfigScreen'), 'NewConfigScreen'),
  screen('/configs/$id', () => import('./configs/ConfigScreen'), 'ConfigScreen'),
  screen('/providers', () => import('./configs/ProvidersScreen'), 'ProvidersScreen'),
  screen('/activities/new', () => import('./new-activity/NewActivityScreen'), 'NewActivityScreen'),
  screen('/results', () => import('./results/ResultsScreen'), 'ResultsScreen'),
  screen('/results/new', () => import('./results/NewResultScreen'), 'NewResultScreen'),
  screen('/webhooks', () => import('./webhooks/WebhooksScreen'), 'WebhooksScreen'),
  screen('/webhooks/new', () => import('./webhooks/NewWebhookScreen'), 'NewWebhookScreen'),
  screen('/webhooks/$id', () => import('./webhooks/WebhookScreen'), 'WebhookScreen'),
  screen('/rules', () => import('./rules/RulesScreen'), 'RulesScreen'),
  screen('/rules/edit', () => import('./rules/EditRulesScreen'), 'EditRulesScreen'),
  screen('/rules/$id', () => import('./rules/RuleScreen'), 'RuleScreen'),
] as const;

const activities = createRoute({ getParentRoute: () => tenant, path: '/activities', component: ActivitiesScreen });

/** @throws redirect to the sign-in, which comes back to where one wanted to go */
async function signedIn(queries: QueryClient, to: string, tenantCode?: string) {
  try {
    return await queries.ensureQueryData(meQuery(tenantCode));
  } catch (error) {
    if (!(error instanceof ApiError) || error.problem.code !== 'UNAUTHENTICATED') throw error;
    throw redirect({ to: '/sign-in', search: { to }, replace: true });
  }
}

export function createConsoleRouter(queries: QueryClient) {
  return createRouter({
    routeTree: root.addChildren([signIn, start, tenant.addChildren([tenantStart, activities, ...screens])]),
    basepath: '/console',
    context: { queries },
    parseSearch,
    stringifySearch,
    scrollRestoration: true,
    defaultPreload: 'intent',
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createConsoleRouter>;
  }
}
