import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ActivitiesScreen } from './activities/ActivitiesScreen';
import { ApiError } from './api';
import { parseSearch, type Search, stringifySearch } from './search';
import { meQuery } from './session/me';
import { codeOf, SignIn } from './session/SignIn';
import { NotFound } from './shell/NotFound';
import { Tenants } from './shell/Tenants';
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
    if (me.tenant) throw redirect({ to: '/t/$tenant/activities', params: { tenant: me.tenant.code }, replace: true });
  },
  component: Tenants,
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
    throw redirect({ to: '/t/$tenant/activities', params, replace: true });
  },
});

const activities = createRoute({ getParentRoute: () => tenant, path: '/activities', component: ActivitiesScreen });

const activity = createRoute({
  getParentRoute: () => tenant,
  path: '/activities/$id',
  component: lazyRouteComponent(() => import('./activities/ActivityScreen'), 'ActivityScreen'),
});

const rules = createRoute({
  getParentRoute: () => tenant,
  path: '/rules',
  component: lazyRouteComponent(() => import('./rules/RulesScreen'), 'RulesScreen'),
});

const editRules = createRoute({
  getParentRoute: () => tenant,
  path: '/rules/edit',
  component: lazyRouteComponent(() => import('./rules/EditRulesScreen'), 'EditRulesScreen'),
});

const rule = createRoute({
  getParentRoute: () => tenant,
  path: '/rules/$id',
  component: lazyRouteComponent(() => import('./rules/RuleScreen'), 'RuleScreen'),
});

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
    routeTree: root.addChildren([
      signIn,
      start,
      tenant.addChildren([tenantStart, activities, activity, rules, editRules, rule]),
    ]),
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
