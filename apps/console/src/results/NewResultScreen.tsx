import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useForm } from 'react-hook-form';
import type { components } from '../../../../clients/typescript/src/schema.generated';
import { isFinal } from '../activities/filters';
import { type ActivityDetail, answerOf, api, isMissing, type Status } from '../api';
import { useMessages, useWords } from '../i18n';
import { useFinders } from '../new-activity/queries';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Confirm } from '../ui/Confirm';
import { SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import fieldStyles from '../ui/Field.module.css';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { type Choice, PickField } from '../ui/PickField';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { StatusChip } from '../ui/StatusChip';
import { TimeField } from '../ui/TimeField';
import { useToast } from '../ui/Toasts';
import { type Result, type ResultStatus, statuses, useFindActivity, useOutcome, useResultTypes } from './queries';
import { ResultChip } from './ResultChip';
import styles from './Results.module.css';
import { words } from './words';

/** Enters a result by hand for the activity of the address, or asks for which. */
export function NewResultScreen() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const { activityId } = useSearch({ strict: false });
  const { data, error, refetch } = useOutcome(activityId);
  if (isMissing(error)) return <NotFound />;
  return (
    <Page
      title={text.title}
      aside={data && <Named activity={data.activity} />}
      back={
        <Link to="/t/$tenant/results" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
    >
      {activityId === undefined && <ChooseActivity />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {activityId !== undefined && !data && !error && <Skeleton />}
      {data && <ResultForm key={activityId} {...data} />}
    </Page>
  );
}

function Named({ activity: { id, reason, commerceAssignment } }: { activity: ActivityDetail }) {
  const { tenant = '' } = useParams({ strict: false });
  return (
    <Link to="/t/$tenant/activities/$id" params={{ tenant, id }}>
      {[reason, commerceAssignment?.commerce.name].filter(Boolean).join(' · ')}
    </Link>
  );
}

function ChooseActivity() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const navigate = useNavigate();
  const find = useFindActivity();
  const form = useForm<{ activity: Choice | null }>({ defaultValues: { activity: null } });
  const chosen = form.watch('activity');
  useEffect(() => {
    if (!chosen) return;
    const search = { activityId: chosen.id };
    void navigate({ to: '/t/$tenant/results/new', params: { tenant }, search, replace: true });
  }, [chosen, navigate, tenant]);
  return (
    <div className={fieldStyles.form}>
      <PickField
        form={form}
        name="activity"
        kind="activity"
        find={find}
        label={text.chooseActivity}
        help={text.chooseActivityHelp}
        isRequired
      />
    </div>
  );
}

interface Entered {
  status: ResultStatus | '';
  result: string;
  comment: string;
  contactType: 'INBOUND' | 'OUTBOUND' | '';
  operator: Choice | null;
  occurredAt: string;
  futureScheduledAt: string;
}

/** Where the api's names are others. */
const fieldOf = (field: string) => {
  const name = field.replace('taskResult.', '');
  return name === 'operatorExternalId' ? 'operator' : name;
};

function ResultForm({ activity, counting }: { activity: ActivityDetail; counting: Result | undefined }) {
  const text = useWords(words);
  const { common, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const toast = useToast();
  const refusalOf = useRefusal();
  const find = useFinders();
  const { isBusy, failure, act } = useAct();
  const { data: types } = useResultTypes();
  const [asked, setAsked] = useState<Entered>();
  const { operator } = activity.taskDetails ?? {};
  const form = useForm<Entered>({
    defaultValues: {
      ...{ status: '', result: '', comment: '', contactType: '', occurredAt: '', futureScheduledAt: '' },
      operator: operator ? { id: operator.id, name: operator.name, note: operator.externalId } : null,
    },
  });
  const hasOutcome = isFinal(activity.status) || counting !== undefined;
  const isUnsent = activity.status === 'READY' || activity.status === 'UNRESOLVED';
  const usable = (types?.data ?? []).filter(({ isActive }) => isActive);
  const type = usable.find(({ code }) => code === form.watch('result'));
  const send = async (values: Entered) => {
    await answerOf(
      api.POST('/api/activity-results', { params: { header }, body: requestOf(activity.id, values, hasOutcome) }),
    );
    toast(hasOutcome ? text.replaced : text.entered);
    await navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id: activity.id }, replace: true });
  };
  const options = hasOutcome ? statuses.filter((status) => status !== 'PENDING') : statuses;
  return (
    <>
      <div className={fieldStyles.form}>
        {hasOutcome && <Note kind="warning">{text.hasOutcome}</Note>}
        {isUnsent && <Note kind="info">{text.notSent}</Note>}
        <Form
          form={form}
          action={hasOutcome ? text.replace : text.submit}
          refusal={refusalOf('POST /api/activity-results')}
          fieldOf={fieldOf}
          onSubmit={async (values) => (hasOutcome ? setAsked(values) : send(values))}
        >
          <SelectField
            form={form}
            name="status"
            label={text.outcome}
            help={hasOutcome ? undefined : text.pendingHelp}
            isRequired
            options={[
              ['', text.chooseStatus],
              ...options.map((status): [string, string] => [status, text.statuses[status]]),
            ]}
          />
          {usable.length > 0 && (
            <SelectField
              form={form}
              name="result"
              label={text.type}
              help={text.typeHelp}
              options={[['', text.noType], ...usable.map(({ code, label }): [string, string] => [code, label])]}
            />
          )}
          <TimeField
            form={form}
            name="futureScheduledAt"
            label={text.future}
            help={type?.requiresFutureScheduledAt ? text.futureNeeded : undefined}
            isRequired={type?.requiresFutureScheduledAt ?? false}
          />
          <TextField form={form} name="comment" label={text.comment} lines={3} />
          <SelectField
            form={form}
            name="contactType"
            label={text.contact}
            options={[
              ['', common.none],
              ['OUTBOUND', text.directions.OUTBOUND],
              ['INBOUND', text.directions.INBOUND],
            ]}
          />
          <PickField form={form} name="operator" kind="operator" find={find.operator} label={text.operator} />
          <TimeField form={form} name="occurredAt" label={text.occurred} help={text.occurredHelp} />
        </Form>
      </div>
      {asked && (
        <Confirm
          title={text.replaceTitle(activity.reason)}
          text={text.replaceText}
          action={text.replace}
          isOpen
          isBusy={isBusy}
          onClose={() => setAsked(undefined)}
          onConfirm={() => void act(() => send(asked))}
        >
          <Outcomes activity={activity} counting={counting} entered={asked} />
          {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
        </Confirm>
      )}
    </>
  );
}

const becomes = {
  COMPLETED: 'COMPLETED',
  TRANSFERRED: 'COMPLETED',
  NOT_EXECUTED: 'FAILED',
  CANCELED: 'CANCELED',
} satisfies Record<Exclude<ResultStatus, 'PENDING'>, Status>;

/** The outcome that counts and the one that would, side by side. */
function Outcomes({
  activity,
  counting,
  entered,
}: {
  activity: ActivityDetail;
  counting: Result | undefined;
  entered: Entered;
}) {
  const text = useWords(words);
  const { common, screens } = useMessages();
  const { status } = entered;
  if (status === '' || status === 'PENDING') return null;
  const time = (at: string | null | undefined) => (at ? <Time at={at} /> : null);
  const now = counting?.taskResult;
  const rows = [
    [text.activity, <StatusChip key="1" status={activity.status} />, <StatusChip key="2" status={becomes[status]} />],
    [
      text.outcome,
      counting ? <ResultChip key="1" status={counting.status} /> : text.noResult,
      <ResultChip key="2" status={status} />,
    ],
    [text.type, now?.result, entered.result],
    [text.comment, now?.comment, entered.comment],
    [text.operator, now?.operatorExternalId, entered.operator?.note],
    [text.future, time(now?.futureScheduledAt), time(entered.futureScheduledAt)],
    [text.occurred, time(counting?.occurredAt), time(entered.occurredAt)],
  ] as const;
  return (
    <table className={styles.outcomes}>
      <caption className="visually-hidden">{screens.results}</caption>
      <thead>
        <tr>
          <td />
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, before, after]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{before || common.none}</td>
            <td>{after || common.none}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SubmitResult = components['schemas']['SubmitResultRequest'];

function requestOf(activityId: string, entered: Entered, hardOverride: boolean): SubmitResult {
  const { status, result, comment, contactType, operator, occurredAt, futureScheduledAt } = entered;
  const taskResult = {
    ...(result && { result }),
    ...(comment.trim() && { comment }),
    ...(contactType && { contactType }),
    ...(operator?.note && { operatorExternalId: operator.note }),
    ...(futureScheduledAt && { futureScheduledAt }),
  };
  return {
    activityId,
    status: status as ResultStatus,
    ...(hardOverride && { hardOverride }),
    ...(occurredAt && { occurredAt }),
    ...(Object.keys(taskResult).length > 0 && { taskResult }),
  };
}
