import { Link, useParams } from '@tanstack/react-router';
import { shortId } from '../activities/short-id';
import { isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { Time } from '../time';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { FactList } from '../ui/Facts';
import fieldStyles from '../ui/Field.module.css';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { type Result, useResult } from './queries';
import { ResultChip } from './ResultChip';
import { words } from './words';

/** One result, whole. */
export function ResultLayer({ id, onClose }: { id: string; onClose: () => void }) {
  const text = useWords(words);
  const { common, shell } = useMessages();
  const { data, error } = useResult(id);
  return (
    <Layer title={text.one} isOpen onClose={onClose}>
      <div className={fieldStyles.form}>
        {error && (isMissing(error) ? <p>{shell.notFoundText}</p> : <ProblemNote error={error} />)}
        {!data && !error && <p>{common.loading}</p>}
        {data && <Whole result={data} />}
        <Button onClick={onClose}>{common.close}</Button>
      </div>
    </Layer>
  );
}

function Whole({ result }: { result: Result }) {
  const text = useWords(words);
  const { common } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const { taskResult, activityId, followUpActivityId, rawPayload } = result;
  const activity = (id: string | null) =>
    id && (
      <Link to="/t/$tenant/activities/$id" params={{ tenant, id }}>
        <code>{shortId(id)}</code>
      </Link>
    );
  return (
    <>
      <FactList
        facts={[
          [text.status, <ResultChip key="status" status={result.status} />],
          [text.state, `${text.states[result.state]}: ${text.stateHelp[result.state]}`],
          [text.occurred, <Time key="occurred" at={result.occurredAt} />],
          [text.came, <Time key="came" at={result.createdAt} />],
          [text.activity, activity(activityId)],
          [text.type, taskResult.result],
          [text.comment, taskResult.comment],
          [text.contact, taskResult.contactType && text.directions[taskResult.contactType]],
          [text.operator, taskResult.operatorExternalId],
          [text.future, taskResult.futureScheduledAt && <Time at={taskResult.futureScheduledAt} />],
          [text.followUp, activity(followUpActivityId)],
          [text.externalStatus, result.externalStatus],
          [text.providerActivityId, result.providerActivityId && <code>{result.providerActivityId}</code>],
          [text.override, result.hardOverride ? common.yes : common.no],
          [text.id, <code key="id">{result.id}</code>],
        ]}
      />
      {taskResult.payload !== null && <Body title={text.payload} text={JSON.stringify(taskResult.payload, null, 2)} />}
      {rawPayload !== null && <Body title={text.raw} text={JSON.stringify(rawPayload, null, 2)} />}
    </>
  );
}
