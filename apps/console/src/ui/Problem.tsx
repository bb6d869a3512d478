import { ApiError } from '../api';
import { useMessages } from '../i18n';
import { Button } from './Button';
import styles from './Problem.module.css';
import { Note } from './Note';

/** As the api words it: `… lacks the permission MANAGE_RULES or VIEW_ACTIVITIES`. */
const lacking = /lacks the permission ([A-Z_]+(?: or [A-Z_]+)*)$/;

/**
 * What failed, in words, with the fields it was about and what support asks for; and how to try again. What the key may not
 * see is no failure: it says which permission is missing.
 */
export function ProblemNote({ error, title, onRetry }: { error: unknown; title?: string; onRetry?: () => void }) {
  const { errors, common } = useMessages();
  const problem = error instanceof ApiError ? error.problem : undefined;
  const fields = Array.isArray(problem?.details) ? problem.details : [];
  const missing = problem?.code === 'FORBIDDEN' ? lacking.exec(problem.message ?? '')?.[1]?.split(' or ') : undefined;
  if (missing && title === undefined) {
    return (
      <Note kind="info">
        <strong>{errors.forbidden}</strong>
        <p>{errors.forbiddenText(common.or(missing))}</p>
      </Note>
    );
  }
  const text =
    problem?.statusCode === 0
      ? errors.offline
      : problem?.code === 'SEARCH_TOO_BROAD' || problem?.statusCode === 504
        ? errors.tooSlow
        : missing
          ? errors.forbiddenText(common.or(missing))
          : textOf(error);
  return (
    <Note kind="error">
      <strong>{title ?? errors.title}</strong>
      {fields.length === 0 ? (
        <p>{text}</p>
      ) : (
        <ul>
          {fields.map(({ field, message }) => (
            <li key={field + message}>
              <code>{field}</code> {message}
            </li>
          ))}
        </ul>
      )}
      {problem && problem.statusCode > 0 && (
        <p className={styles.codes}>
          <code>{problem.code}</code>
          {problem.requestId !== undefined && (
            <>
              {' · '}
              {common.requestId} <code>{problem.requestId}</code>
            </>
          )}
        </p>
      )}
      {onRetry && problem?.code !== 'FORBIDDEN' && (
        <Button className={styles.retry} onClick={onRetry}>
          {common.retry}
        </Button>
      )}
    </Note>
  );
}

function textOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
