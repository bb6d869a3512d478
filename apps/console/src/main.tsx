import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { setNonce } from 'get-nonce';
import { createRoot } from 'react-dom/client';
import { ApiError } from './api';
import { listenForLeader } from './keyboard';
import { applyPreferences } from './preferences';
import { createConsoleRouter } from './router';
import './styles/tokens.css';
import './styles/base.css';

// A dialog locks the page's scrolling with a style of its own, which the policy allows to who knows the nonce.
setNonce(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? '');
applyPreferences();
listenForLeader();

const queries = new QueryClient({
  queryCache: new QueryCache({
    // Whatever is refused for want of a session: who is signed in is asked again, which leads to the sign-in.
    onError: (error, { queryKey: [what] }) => {
      const isSignedOut = error instanceof ApiError && error.problem.code === 'UNAUTHENTICATED';
      if (isSignedOut && what !== 'me') void queries.invalidateQueries({ queryKey: ['me'] });
    },
  }),
  defaultOptions: {
    queries: {
      refetchOnWindowFocus: true,
      staleTime: 2000,
      // What was refused is refused again; what did not answer may.
      retry: (failures, error) => failures < 2 && error instanceof ApiError && error.problem.statusCode === 0,
    },
  },
});
const router = createConsoleRouter(queries);

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <QueryClientProvider client={queries}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  );
}
