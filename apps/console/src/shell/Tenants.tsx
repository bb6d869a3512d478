import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answerOf, api } from '../api';
import { useMessages } from '../i18n';
import { ProblemNote } from '../ui/Problem';
import { Mark } from './Mark';
import styles from './Shell.module.css';

/** For the platform key, which is of no tenant: which one to look at. */
export function Tenants() {
  const { shell, common } = useMessages();
  const { data, error, refetch } = useQuery({
    queryKey: ['tenants'],
    queryFn: () => answerOf(api.GET('/api/tenants', { params: { query: { perPage: 100 } } })),
  });
  return (
    <main className={styles.alone}>
      <Mark />
      <h1>{shell.pickTenant}</h1>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <p>{common.loading}</p>}
      {data?.data.length === 0 && <p>{shell.noTenants}</p>}
      <ul className={styles.tenants}>
        {data?.data.map(({ code, name }) => (
          <li key={code}>
            <Link to="/t/$tenant/activities" params={{ tenant: code }}>
              {name} <code>{code}</code>
            </Link>
          </li>
        ))}
      </ul>
    </main>
  );
}
