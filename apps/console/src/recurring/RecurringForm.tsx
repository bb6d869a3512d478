import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useWords } from '../i18n';
import { useTenant } from '../session/tenant';
import { SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { TimeField } from '../ui/TimeField';
import { useSettled } from '../ui/settled';
import { evenMinutes, expressionOf, lastDay, presets, type When, whenOf } from './cron';
import { NextTimes } from './NextTimes';
import { type NewRecurring, type Recurring, useAccountNames, usePreview } from './queries';
import styles from './Recurring.module.css';
import { words } from './words';

interface Values extends When {
  name: string;
  description: string;
  namespace: string;
  provider: string;
  action_type: string;
  payload: string;
  metadata: string;
  commerce_external_id: string;
  timezone: string;
  ends_at: string;
  max_executions: string;
  overlap_policy: 'allow_all' | 'skip';
  missed_policy: 'fire_once' | 'skip' | 'fire_all';
}

const jsonText = (value: unknown) => (value === null || value === undefined ? '' : JSON.stringify(value, null, 2));
const orNull = (text: string) => (text.trim() === '' ? null : text.trim());

function valuesOf(recurring: Recurring | undefined, zone: string): Values {
  return {
    ...whenOf(recurring?.cron_expr),
    name: recurring?.name ?? '',
    description: recurring?.description ?? '',
    namespace: recurring?.namespace ?? '',
    provider: recurring?.provider ?? '',
    action_type: recurring?.action_type ?? '',
    payload: jsonText(recurring?.payload),
    metadata: Object.keys(recurring?.metadata ?? {}).length === 0 ? '' : jsonText(recurring?.metadata),
    commerce_external_id: recurring?.commerce_external_id ?? '',
    timezone: recurring?.timezone ?? zone,
    ends_at: recurring?.ends_at ?? '',
    max_executions: String(recurring?.max_executions ?? ''),
    overlap_policy: recurring?.overlap_policy ?? 'allow_all',
    missed_policy: recurring?.missed_policy ?? 'fire_once',
  };
}

type Body = Required<Pick<NewRecurring, 'provider' | 'action_type'>> & NewRecurring;

function bodyOf(values: Values): Body {
  return {
    name: orNull(values.name),
    description: orNull(values.description),
    namespace: orNull(values.namespace),
    provider: values.provider.trim(),
    action_type: values.action_type,
    payload: values.payload.trim() === '' ? null : (JSON.parse(values.payload) as Body['payload']),
    metadata: values.metadata.trim() === '' ? null : (JSON.parse(values.metadata) as Record<string, unknown>),
    commerce_external_id: orNull(values.commerce_external_id),
    cron_expression: expressionOf(values),
    timezone: values.timezone.trim(),
    ends_at: orNull(values.ends_at),
    max_executions: values.max_executions.trim() === '' ? null : Number(values.max_executions),
    overlap_policy: values.overlap_policy,
    missed_policy: values.missed_policy,
  };
}

/** What of a body is not as it was. */
function changesOf(body: Body, before: Body): Partial<Body> {
  const changed = Object.entries(body).filter(
    ([field, value]) => JSON.stringify(value) !== JSON.stringify(before[field as keyof Body]),
  );
  return Object.fromEntries(changed);
}

interface RecurringFormProps {
  /** The one that is changed; a new one unless told. */
  recurring?: Recurring;
  action: string;
  refusal: string | undefined;
  buttons?: ReactNode;
  /** @param body all of a new one; of one that there is, what has changed. @throws ApiError */
  onSubmit: (body: Body) => Promise<unknown>;
}

/** Asks what is done and when, and shows the next times as the server tells them. */
export function RecurringForm({ recurring, action, refusal, buttons, onSubmit }: RecurringFormProps) {
  const text = useWords(words);
  const { timezone: zone } = useTenant();
  const accounts = useAccountNames();
  const form = useForm<Values>({ defaultValues: valuesOf(recurring, zone) });
  const values = form.watch();
  const { preset, day } = values;
  const isJson = (written: string) => written.trim() === '' || parsed(written) !== undefined || text.notJson;
  const isObject = (written: string) => {
    const value = written.trim() === '' ? {} : parsed(written);
    return (typeof value === 'object' && value !== null && !Array.isArray(value)) || text.notObject;
  };
  return (
    <div className={styles.columns}>
      <Form
        form={form}
        action={action}
        refusal={refusal}
        buttons={buttons}
        fieldOf={(field) => fieldOf[field] ?? field}
        onSubmit={(submitted) => {
          const body = bodyOf(submitted);
          return onSubmit(recurring ? (changesOf(body, bodyOf(valuesOf(recurring, zone))) as Body) : body);
        }}
      >
        <fieldset className={styles.group}>
          <legend>{text.what}</legend>
          <TextField form={form} name="name" label={text.name} help={text.nameHelp} />
          <TextField
            form={form}
            name="provider"
            label={text.account}
            help={text.accountHelp}
            suggestions={accounts}
            isRequired
          />
          <TextField form={form} name="action_type" label={text.actionType} help={text.actionTypeHelp} isRequired />
          <TextField form={form} name="commerce_external_id" label={text.store} />
          <TextField
            form={form}
            name="payload"
            label={text.payload}
            help={text.payloadHelp}
            lines={6}
            isCode
            rules={{ validate: (written) => isJson(String(written)) }}
          />
          <TextField
            form={form}
            name="metadata"
            label={text.labels}
            help={text.labelsHelp}
            lines={2}
            isCode
            rules={{ validate: (written) => isObject(String(written)) }}
          />
          {!recurring && <TextField form={form} name="namespace" label={text.namespace} placeholder={usualNamespace} />}
          <TextField form={form} name="description" label={text.description} lines={2} />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.when}</legend>
          <SelectField
            form={form}
            name="preset"
            label={text.how}
            options={presets.map((name) => [name, text.presets[name]])}
            isRequired
          />
          {preset === 'minutes' && (
            <SelectField
              form={form}
              name="minutes"
              label={text.minutes}
              options={evenMinutes.map((minutes) => [minutes, text.everyMinutes(Number(minutes))])}
              isRequired
            />
          )}
          {preset === 'monthly' && (
            <SelectField
              form={form}
              name="day"
              label={text.day}
              help={Number(day) > 28 ? text.dayHelp : undefined}
              options={[...days, [lastDay, text.lastDay]]}
              isRequired
            />
          )}
          {['daily', 'weekdays', 'monthly'].includes(preset) && (
            <TextField form={form} name="time" type="time" label={text.time} isRequired />
          )}
          {preset === 'expression' && (
            <TextField
              form={form}
              name="expression"
              label={text.expression}
              help={text.expressionHelp}
              placeholder="0 9 * * MON-FRI"
              isCode
              isRequired
            />
          )}
          <TextField form={form} name="timezone" label={text.zone} suggestions={zones} isRequired />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.until}</legend>
          <TimeField form={form} name="ends_at" label={text.end} />
          <TextField form={form} name="max_executions" type="number" label={text.most} />
        </fieldset>
        <fieldset className={styles.group}>
          <legend>{text.otherwise}</legend>
          <SelectField
            form={form}
            name="overlap_policy"
            label={text.overlap}
            options={Object.entries(text.overlaps)}
            isRequired
          />
          <SelectField
            form={form}
            name="missed_policy"
            label={text.missed}
            options={Object.entries(text.misseds)}
            isRequired
          />
        </fieldset>
      </Form>
      <Preview expression={expressionOf(values)} zone={values.timezone.trim()} endsAt={values.ends_at || null} />
    </div>
  );
}

const usualNamespace = 'default';
const zones = Intl.supportedValuesOf('timeZone');
const days = Array.from({ length: 31 }, (_, index): [string, string] => [String(index + 1), String(index + 1)]);

/** The field of this form that asks for what the api names. */
const fieldOf: Record<string, string> = {
  cron_expression: 'expression',
  cron_expr: 'expression',
  end_date: 'ends_at',
};

function parsed(written: string): unknown {
  try {
    return JSON.parse(written);
  } catch {
    return undefined;
  }
}

/** The next times of what is asked for, as they would be; or why it is refused. */
function Preview({ expression, zone, endsAt }: { expression: string; zone: string; endsAt: string | null }) {
  const text = useWords(words);
  const asked = useSettled(expression, 300);
  const askedZone = useSettled(zone, 300);
  const { data, error, isPlaceholderData } = usePreview(asked, askedZone);
  return (
    <aside aria-label={text.preview}>
      <h2>{text.preview}</h2>
      <div role="status">
        {asked === '' && <p className={styles.dim}>{text.previewNone}</p>}
        {asked !== '' && error && <p className={styles.problem}>{error.message}</p>}
        {asked !== '' && !error && data && (
          <NextTimes times={data.occurrences} zone={data.timezone} endsAt={endsAt} isStale={isPlaceholderData} />
        )}
      </div>
    </aside>
  );
}
