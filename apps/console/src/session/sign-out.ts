import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { answerOf, api } from '../api';

/** Ends the session, and forgets all that it has shown. */
export function useSignOut(): () => Promise<void> {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return async () => {
    await answerOf(api.DELETE('/api/console/session'));
    queries.clear();
    await navigate({ to: '/sign-in' });
  };
}
