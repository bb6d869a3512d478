import { Link } from '@tanstack/react-router';
import { ApiError } from '../api';
import { useMessages } from '../i18n';
import { ProblemNote } from '../ui/Problem';
import styles from './Shell.module.css';

/** What does not exist or is another tenant's, which look alike; or why the page could not be shown. */
export function NotFound({ error }: { error?: unknown }) {
  const { shell } = useMessages();
  const isMissing =
    error === undefined ||
    (error instanceof ApiError && ['NOT_FOUND', 'FORBIDDEN'].includes(String(error.problem.code)));
  return (
    <main className={styles.alone}>
      {isMissing ? (
        <>
          <h1>{shell.notFound}</h1>
          <p>{shell.notFoundText}</p>
          <p>
            <Link to="/">{shell.home}</Link>
          </p>
        </>
      ) : (
        <ProblemNote error={error} onRetry={() => location.reload()} />
      )}
    </main>
  );
}
