import { Link, useParams } from '@tanstack/react-router';
import type { ActivityDetail } from '../api';
import { useMessages } from '../i18n';
import { useRefusal } from '../session/me';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import styles from './Activity.module.css';
import { Facts } from './Facts';
import { useTimeline } from './queries';
import { shortId } from './short-id';
import { Timeline } from './Timeline';
import { reasonOf, useWaitingSentence } from './why';

interface ActivityBodyProps {
  activity: ActivityDetail;
  /** Another when its timeline may be. */
  version: string | undefined;
}

/** What became of an activity in a sentence, all that happened to it, and what it is. */
export function ActivityBody({ activity, version }: ActivityBodyProps) {
  const timeline = useTimeline(activity.id, version);
  return (
    <>
      <Note kind={activity.status === 'FAILED' ? 'error' : activity.status === 'UNRESOLVED' ? 'warning' : 'info'}>
        <Sentence activity={activity} />
      </Note>
      <Links activity={activity} />
      <div className={styles.columns}>
        <section aria-labelledby="timeline">
          {timeline.error && <ProblemNote error={timeline.error} onRetry={() => void timeline.refetch()} />}
          {timeline.data && <Timeline entries={timeline.data.data} />}
        </section>
        <section aria-labelledby="facts">
          <Facts activity={activity} />
        </section>
      </div>
    </>
  );
}

/** The answer to "what became of it?". */
function Sentence({ activity }: { activity: ActivityDetail }) {
  const { detail, why, channels } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const waiting = useWaitingSentence();
  const refusalOf = useRefusal();
  const { status, lastError, waitingFor, dispatchAttemptCount: attempts, provider, channel } = activity;
  const error = lastError ? reasonOf(lastError) : '';
  const words = detail.sentences;
  switch (status) {
    case 'READY':
      return waitingFor ? waiting(activity, waitingFor) : null;
    case 'UNRESOLVED':
      return words.UNRESOLVED(error);
    case 'DISPATCHED':
      return words.DISPATCHED(provider ?? '');
    case 'COMPLETED':
      return words.COMPLETED;
    case 'CANCELED':
      return words.CANCELED;
    case 'FAILED':
      return (
        <>
          {attempts > 0 ? words.FAILED(why.attempts(attempts), error) : words.FAILED_UNTRIED(error)}
          {lastError?.code === 'NO_DISPATCH_CONFIG' && refusalOf('POST /api/dispatch-configs') === undefined && (
            <>
              {' '}
              <Link to="/t/$tenant/configs/new" params={{ tenant }} search={{ channel }}>
                {detail.makeAccount(channels[channel])}
              </Link>
            </>
          )}
        </>
      );
  }
}

const relations = ['retryOf', 'redrivenAs', 'followUpOf'] as const;

function Links({ activity }: { activity: ActivityDetail }) {
  const { detail } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const links = relations.filter((relation) => activity[relation] !== null);
  if (links.length === 0) return null;
  return (
    <p className={styles.links}>
      {links.map((relation) => (
        <span key={relation}>
          {detail.links[relation]}{' '}
          <Link to="/t/$tenant/activities/$id" params={{ tenant, id: activity[relation] ?? '' }}>
            <code>{shortId(activity[relation] ?? '')}</code>
          </Link>
        </span>
      ))}
    </p>
  );
}
