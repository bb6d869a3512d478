import { Link, useParams } from '@tanstack/react-router';
import type { ActivityDetail } from '../api';
import { useMessages } from '../i18n';
import { NotFound } from '../shell/NotFound';
import { ApiError } from '../api';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { StatusChip } from '../ui/StatusChip';
import { ActivityActions } from './ActivityActions';
import styles from './Activity.module.css';
import { Facts } from './Facts';
import { shortId } from './short-id';
import { useActivity, useTimeline } from './queries';
import { Timeline } from './Timeline';
import { reasonOf, useWaitingSentence } from './why';

/** One activity: what became of it in a sentence, what may be done, all that happened, and what it is. */
export function ActivityScreen() {
  const { common, detail, channels } = useMessages();
  const { tenant = '', id = '' } = useParams({ strict: false });
  const { data: activity, version, error, refetch } = useActivity(id);
  const timeline = useTimeline(id, version);
  const isMissing = error instanceof ApiError && [400, 404].includes(error.problem.statusCode);
  if (!activity && isMissing) return <NotFound />;
  if (!activity) {
    return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <p>{common.loading}</p>;
  }
  const commerce = activity.commerceAssignment?.commerce;
  return (
    <Page
      title={activity.reason}
      mark={<StatusChip status={activity.status} />}
      aside={[channels[activity.channel], commerce?.name].filter(Boolean).join(' · ')}
      actions={<ActivityActions activity={activity} />}
      back={
        <Link to="/t/$tenant/activities" params={{ tenant }}>
          ‹ {detail.back}
        </Link>
      }
    >
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
    </Page>
  );
}

/** The answer to "what became of it?". */
function Sentence({ activity }: { activity: ActivityDetail }) {
  const { detail, why } = useMessages();
  const waiting = useWaitingSentence();
  const { status, lastError, waitingFor, dispatchAttemptCount: attempts, provider } = activity;
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
      return attempts > 0 ? words.FAILED(why.attempts(attempts), error) : words.FAILED_UNTRIED(error);
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
