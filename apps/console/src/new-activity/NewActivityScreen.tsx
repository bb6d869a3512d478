import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { ChecksField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { PickField } from '../ui/PickField';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { TimeField } from '../ui/TimeField';
import { useToast } from '../ui/Toasts';
import { type Draft, fieldOf, isJsonList, isJsonObject, requestOf } from './draft';
import styles from './NewActivity.module.css';
import { Preview } from './Preview';
import { useBeginning, useFinders } from './queries';
import { words } from './words';

/** Makes one activity by hand, from nothing or as the copy of another; beside the form what would be sent. */
export function NewActivityScreen() {
  const text = useWords(words);
  const { tenant = '' } = useParams({ strict: false });
  const { copyOf } = useSearch({ strict: false });
  const { data, error, refetch } = useBeginning(copyOf);
  return (
    <Page
      title={text.title}
      back={
        <Link to="/t/$tenant/activities" params={{ tenant }}>
          ‹ {text.back}
        </Link>
      }
    >
      {error && (
        <ProblemNote
          error={error}
          {...(copyOf !== undefined && { title: text.copyNothing })}
          onRetry={() => void refetch()}
        />
      )}
      {!data && !error && <Skeleton />}
      {data && <NewActivityForm key={copyOf} {...data} />}
    </Page>
  );
}

type Beginning = NonNullable<ReturnType<typeof useBeginning>['data']>;

function NewActivityForm({ configs, keys, draft: beginning }: Beginning) {
  const text = useWords(words);
  const { types, channels } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const toast = useToast();
  const refusalOf = useRefusal();
  const find = useFinders();
  // Made with the form: whatever is pressed twice, or sent again since the answer was lost, makes one.
  const [key] = useState(newKey);
  const form = useForm<Draft>({ defaultValues: beginning });
  const draft = form.watch();
  const usable = [...new Set(configs.map(({ channel }) => channel))];
  const isKnown = draft.channel === '' || usable.includes(draft.channel);
  const newConfig = (
    <Link to="/t/$tenant/configs/new" params={{ tenant }}>
      {usable.length === 0 ? text.makeAccount : text.anotherAccount}
    </Link>
  );
  const submit = async (values: Draft) => {
    const body = requestOf(values);
    if (!body) return;
    const params = { header: { ...header, 'idempotency-key': key } };
    const { id } = await answerOf(api.POST('/api/activities', { params, body }));
    toast(text.created);
    await navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id }, replace: true });
  };
  const isObject = { validate: (value: unknown) => isJsonObject(String(value)) || text.notAnObject };
  const isList = { validate: (value: unknown) => isJsonList(String(value)) || text.notAList };
  const hasMore = [beginning.suggestedExecutionTime, beginning.userStatus, beginning.assignmentReason].some(Boolean);
  return (
    <div className={styles.columns}>
      <Form
        form={form}
        action={text.create}
        refusal={refusalOf('POST /api/activities')}
        fieldOf={fieldOf(draft)}
        onSubmit={submit}
      >
        {usable.length === 0 && (
          <Note kind="warning">
            {text.noAccounts} {newConfig}
          </Note>
        )}
        <SelectField
          form={form}
          name="type"
          label={text.type}
          help={text.typeHelp}
          isRequired
          options={(['MESSAGE', 'TASK'] as const).map((type) => [type, types[type]])}
        />
        <SelectField
          form={form}
          name="channel"
          label={text.channel}
          help={
            <>
              {text.otherChannel} {usable.length > 0 && newConfig}
            </>
          }
          isRequired
          options={[
            ['', text.chooseChannel],
            ...(isKnown || draft.channel === '' ? usable : [...usable, draft.channel]).map(
              (channel): [string, string] => [channel, channels[channel]],
            ),
          ]}
        />
        <PickField
          form={form}
          name="commerce"
          kind="commerce"
          find={find.commerce}
          label={text.store}
          help={text.storeHelp}
          isRequired
        />
        {draft.type === 'TASK' && (
          <>
            <PickField form={form} name="route" kind="route" find={find.route} label={text.route} isRequired />
            <PickField
              form={form}
              name="operator"
              kind="operator"
              find={find.operator}
              label={text.operator}
              isRequired
            />
          </>
        )}
        <TextField form={form} name="reason" label={text.reason} help={text.reasonHelp} isRequired />
        {keys.length > 0 && (
          <fieldset className={styles.group}>
            <legend>{text.attributes}</legend>
            <p className={styles.help}>{text.attributesHelp}</p>
            {keys.map(({ key: attribute, label, description }, index) => (
              <TextField
                key={attribute}
                form={form}
                name={`known.${index}.value`}
                label={label === attribute ? attribute : `${label} · ${attribute}`}
                help={description ?? undefined}
              />
            ))}
            <ChecksField
              form={form}
              name="attributeKeys"
              label={text.attributeKeys}
              options={keys.map(({ key: attribute, label }) => [attribute, label])}
            />
          </fieldset>
        )}
        <TextField
          form={form}
          name="attributes"
          label={keys.length > 0 ? text.otherAttributes : text.anyAttributes}
          help={text.objectHelp('{"discount": "15 %"}')}
          lines={3}
          isCode
          rules={isObject}
        />
        <TextField
          form={form}
          name="metadata"
          label={text.labels}
          help={text.objectHelp('{"campaign": "spring"}')}
          lines={3}
          isCode
          rules={isObject}
        />
        <SelectField
          form={form}
          name="when"
          label={text.when}
          isRequired
          options={[
            ['now', text.now],
            ['at', text.at],
          ]}
        />
        {draft.when === 'at' && <TimeField form={form} name="scheduledAt" label={text.time} isRequired />}
        <TextField form={form} name="score" type="number" label={text.score} help={text.scoreHelp} />
        <details className={styles.more} open={hasMore || beginning.targetCriteria !== ''}>
          <summary>{text.more}</summary>
          <TextField
            form={form}
            name="suggestedExecutionTime"
            label={text.suggestedExecutionTime}
            help={text.suggestedHelp}
          />
          <TextField form={form} name="userStatus" label={text.userStatus} />
          <TextField form={form} name="assignmentReason" label={text.assignmentReason} />
          <TextField
            form={form}
            name="targetCriteria"
            label={text.targetCriteria}
            help={text.criteriaHelp}
            lines={3}
            isCode
            rules={isList}
          />
        </details>
      </Form>
      <Preview draft={draft} configs={configs} idempotencyKey={key} />
    </div>
  );
}

/** Without `crypto.randomUUID`, which pages that came over plain http do not have. */
function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return `console-${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
