import { Link, useParams } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { useKeys } from '../keyboard';
import { Button } from '../ui/Button';
import { ProblemNote } from '../ui/Problem';
import { StatusChip } from '../ui/StatusChip';
import styles from './Activity.module.css';
import { ActivityActions } from './ActivityActions';
import { ActivityBody } from './ActivityBody';
import { useActivity } from './queries';
import { words } from './words';

/** An activity beside the list that it is of; the focus goes to it, and back to its row. */
export function ActivityPanel({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useWords(words);
  const { common, shell } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const { data: activity, version, error, refetch } = useActivity(id);
  const panel = useRef<HTMLElement>(null);
  useKeys({ Escape: onClose });
  useEffect(() => {
    panel.current?.focus();
    return () => document.querySelector<HTMLElement>(`a[data-row][href$="${CSS.escape(id)}"]`)?.focus();
  }, [id]);
  return (
    <aside
      ref={panel}
      tabIndex={-1}
      className={styles.panel}
      aria-label={activity ? text.beside(activity.reason) : common.details}
    >
      <div className={styles.head}>
        {activity && <StatusChip status={activity.status} />}
        <h2>{activity?.reason}</h2>
        <Link to="/t/$tenant/activities/$id" params={{ tenant, id }}>
          {text.openPage}
        </Link>
        <Button kind="quiet" aria-label={common.close} onClick={onClose}>
          <X size={16} aria-hidden />
        </Button>
      </div>
      {!activity && !error && <p>{common.loading}</p>}
      {!activity && error && isMissing(error) && <p>{shell.notFoundText}</p>}
      {!activity && error && !isMissing(error) && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {activity && (
        <>
          <div className={styles.actions}>
            <ActivityActions activity={activity} />
          </div>
          <ActivityBody activity={activity} version={version} />
        </>
      )}
    </aside>
  );
}
