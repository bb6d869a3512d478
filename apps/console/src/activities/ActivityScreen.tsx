import { Link, useParams } from '@tanstack/react-router';
import { isMissing } from '../api';
import { useMessages } from '../i18n';
import { NotFound } from '../shell/NotFound';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { StatusChip } from '../ui/StatusChip';
import { ActivityActions } from './ActivityActions';
import { ActivityBody } from './ActivityBody';
import { useActivity } from './queries';

/** One activity: what became of it, what may be done, all that happened, and what it is. */
export function ActivityScreen() {
  const { common, detail, channels } = useMessages();
  const { tenant = '', id = '' } = useParams({ strict: false });
  const { data: activity, version, error, refetch } = useActivity(id);
  if (!activity && isMissing(error)) return <NotFound />;
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
      <ActivityBody activity={activity} version={version} />
    </Page>
  );
}
