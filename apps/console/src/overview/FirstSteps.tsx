import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { answerOf, api } from '../api';
import { useWords } from '../i18n';
import { useMe } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import styles from './Overview.module.css';
import { words } from './words';

/** What a new tenant does first; it goes away once there is an activity. */
export function FirstSteps() {
  const text = useWords(words);
  const header = useTenantHeader();
  const tenant = header['x-tenant-id'];
  const { data: me } = useMe(tenant);
  const { data } = useQuery({
    queryKey: ['first-steps', header],
    queryFn: async () => {
      const query = { perPage: 1 };
      const [activities, configs, stores] = await Promise.all([
        answerOf(api.GET('/api/activities', { params: { query, header } })),
        answerOf(api.GET('/api/dispatch-configs', { params: { query, header } })),
        answerOf(api.GET('/api/commerces', { params: { query, header } })),
      ]);
      return { activity: activities.data.length > 0, config: configs.data.length > 0, store: stores.data.length > 0 };
    },
    refetchInterval: ({ state }) => (state.data?.activity === false ? 5000 : false),
    staleTime: 60_000,
  });
  if (!data || data.activity) return null;
  const steps = [
    { name: 'config', isDone: data.config, to: '/t/$tenant/configs/new' },
    { name: 'key', isDone: me?.isPlatform === false, to: '/t/$tenant/keys' },
    { name: 'store', isDone: data.store, to: '/t/$tenant/commerces' },
    { name: 'activity', isDone: false, to: '/t/$tenant/activities/new' },
  ] as const;
  return (
    <section className={styles.needs} aria-label={text.start}>
      <h2>{text.start}</h2>
      <ol>
        {steps.map(({ name, isDone, to }) => (
          <li key={name}>
            {isDone ? (
              <CircleCheck size={16} className={styles.good} aria-hidden />
            ) : (
              <CircleDashed size={16} aria-hidden />
            )}
            {isDone ? (
              <span className={styles.dim}>
                {text.steps[name]} ({text.done})
              </span>
            ) : (
              <Link to={to} params={{ tenant }}>
                {text.steps[name]}
              </Link>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
