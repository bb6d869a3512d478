import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import {
  answerOf,
  api,
  ApiError,
  type ChannelDefinition,
  type ConfigDetail,
  type Provider,
  type TestRecipient,
} from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form, tellFields } from '../ui/Form';
import { Note } from '../ui/Note';
import { Section } from '../ui/Page';
import { useToast } from '../ui/Toasts';
import styles from './Configs.module.css';
import { changesOf, configOf, type ConfigValues, placeOf, valuesOf } from './fields';
import { Inline } from './Inline';
import { PreviewPanel } from './PreviewPanel';
import { ProviderFields } from './ProviderFields';
import { TestPanel } from './TestPanel';
import { words as allWords } from './words';

interface ConfigFormProps {
  provider: Provider;
  definition: ChannelDefinition;
  /** As it is stored; without it the account is new. */
  stored?: ConfigDetail;
  /** What else there is to know, beside the form. */
  children?: ReactNode;
}

/** An account, as its provider's definition of the channel asks for it; tested and looked at before it is saved. */
export function ConfigForm({ provider, definition, stored, children }: ConfigFormProps) {
  const words = useWords(allWords);
  const { common } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  const [base, setBase] = useState(stored);
  const form = useForm<ConfigValues>({ defaultValues: valuesOf(definition, stored) });
  const hasStored = (base?.credentialFields?.length ?? 0) > 0;
  const mustGive = base === undefined || base.credentialFields === null;
  const [isReplacing, setReplacing] = useState(!hasStored);
  const [refusedWith, setRefusedWith] = useState<string>();

  const configNow = () => configOf(definition, provider.code, form.getValues(), isReplacing);
  const configAt = (config: ConfigDetail) => configOf(definition, provider.code, valuesOf(definition, config), false);
  const changesNow = () => (base ? changesOf(configAt(base), configNow()) : configNow());
  const isOutdated =
    base !== undefined && stored !== undefined && Object.keys(changesOf(configAt(base), configAt(stored))).length > 0;

  const begin = (config: ConfigDetail) => {
    setBase(config);
    form.reset(valuesOf(definition, config));
    setReplacing((config.credentialFields?.length ?? 0) === 0);
  };
  /** @throws ApiError what it was refused with, which is told at the fields and explained */
  const explained = async <T,>(call: Promise<T>): Promise<T> => {
    setRefusedWith(undefined);
    try {
      return await call;
    } catch (error) {
      const code = error instanceof ApiError ? String(error.problem.code) : undefined;
      setRefusedWith(code);
      if (code === 'CREDENTIALS_REQUIRED') setReplacing(true);
      tellFields(form, error, (field) => placeOf(field, form.getValues()));
      throw error;
    }
  };
  const save = async () => {
    if (base) {
      const params = { path: { id: base.id }, header };
      const body = changesNow();
      begin(await explained(answerOf(api.PATCH('/api/dispatch-configs/{id}', { params, body }))));
      toast(common.saved);
      return;
    }
    const { isActive } = form.getValues();
    const body = { ...configNow(), isActive };
    const { id, name } = await explained(answerOf(api.POST('/api/dispatch-configs', { params: { header }, body })));
    toast(words.created(name));
    await navigate({ to: '/t/$tenant/configs/$id', params: { tenant: header['x-tenant-id'], id }, replace: true });
  };

  form.watch(); // what may be tested depends on what was typed
  const changes = changesNow();
  const isAsStored =
    base !== undefined && !(['baseUrl', 'settings', 'credentials', 'timeoutMs'] as const).some((key) => key in changes);
  const test = (recipient: TestRecipient | undefined) => {
    const to = recipient ? { recipient } : {};
    if (base && isAsStored) {
      const params = { path: { id: base.id }, header };
      return explained(answerOf(api.POST('/api/dispatch-configs/{id}/test', { params, body: to })));
    }
    const config = configNow();
    const body = { config: { ...config, name: config.name || provider.code }, ...to };
    return explained(answerOf(api.POST('/api/dispatch-configs/test', { params: { header }, body })));
  };
  const preview = () => {
    const config = configNow();
    const body = { ...(base ? { id: base.id } : {}), config: { ...config, name: config.name || provider.code } };
    return explained(answerOf(api.POST('/api/dispatch-configs/preview', { params: { header }, body })));
  };
  const operation = base ? 'PATCH /api/dispatch-configs/{id}' : 'POST /api/dispatch-configs';

  return (
    <div className={styles.columns}>
      <div>
        {isOutdated && (
          <Note kind="warning">
            {words.changedMeanwhile} <Button onClick={() => begin(stored)}>{words.loadTheirs}</Button>
          </Note>
        )}
        {provider.notes !== null && (
          <details className={styles.notes} open={stored === undefined}>
            <summary>{words.about(provider.name)}</summary>
            <div lang="en">
              <Inline markdown={provider.notes} />
            </div>
          </details>
        )}
        <Form
          form={form}
          onSubmit={save}
          action={common.save}
          fieldOf={(field) => placeOf(field, form.getValues())}
          refusal={refusalOf(operation)}
        >
          <TextField form={form} name="name" label={words.accountName} help={words.nameHelp} isRequired />
          {definition.baseUrl !== 'none' && (
            <TextField
              form={form}
              name="baseUrl"
              label={words.baseUrl}
              isRequired={definition.baseUrl === 'required'}
              isCode
              help={[
                words.baseUrlHelp(definition.baseUrlSchemes.map((scheme) => `${scheme}://`).join(', ')),
                definition.baseUrl === 'optional' && words.baseUrlOwn,
                hasStored && words.elsewhere,
              ]
                .filter(Boolean)
                .join(' · ')}
            />
          )}
          {refusedWith === 'BLOCKED_ADDRESS' && <Note kind="warning">{words.blocked}</Note>}
          <fieldset className={styles.group}>
            <legend>{words.credentials}</legend>
            {definition.credentials.length === 0 && <p className={styles.help}>{words.credentialsNone}</p>}
            {base?.credentialFields === null && <Note kind="warning">{words.credentialsUnreadable}</Note>}
            {refusedWith === 'CREDENTIALS_REQUIRED' && <Note kind="warning">{words.credentialsRequired}</Note>}
            {isReplacing && hasStored && <p className={styles.help}>{words.credentialsWhole}</p>}
            {isReplacing ? (
              <ProviderFields form={form} part="credentials" fields={definition.credentials} />
            ) : (
              <StoredCredentials definition={definition} stored={base} />
            )}
            {hasStored && !mustGive && (
              <div className={styles.row}>
                <Button
                  onClick={() => {
                    form.resetField('credentials');
                    setReplacing(!isReplacing);
                  }}
                >
                  {isReplacing ? words.keepStored : words.replace}
                </Button>
              </div>
            )}
          </fieldset>
          {definition.settings.length > 0 && (
            <fieldset className={styles.group}>
              <legend>{words.settings}</legend>
              <ProviderFields form={form} part="settings" fields={definition.settings} />
            </fieldset>
          )}
          <Limits form={form} isNew={base === undefined} />
        </Form>
      </div>
      <aside>
        <Section title={words.tryIt}>
          <TestPanel
            channel={definition.channel}
            addressesPerson={definition.addressesPerson}
            send={test}
            refusal={
              refusalOf('POST /api/dispatch-configs/test') ??
              (!isAsStored && hasStored && !isReplacing ? words.saveFirst : undefined)
            }
          />
          <PreviewPanel preview={preview} refusal={refusalOf('POST /api/dispatch-configs/preview')} />
        </Section>
        {children}
      </aside>
    </div>
  );
}

/** Which are set; they are never shown again. */
function StoredCredentials({
  definition,
  stored,
}: {
  definition: ChannelDefinition;
  stored: ConfigDetail | undefined;
}) {
  const words = useWords(allWords);
  return (
    <div className={styles.stored}>
      {definition.credentials.map(({ key, label }) => {
        const isSet = stored?.credentialFields?.includes(key) === true;
        return (
          <div key={key}>
            <span lang="en">{label}</span>
            <span className={styles.dim}>{isSet ? words.credentialsSet : words.credentialsUnset}</span>
          </div>
        );
      })}
    </div>
  );
}

/** In which order, how often and how long the account is called. */
function Limits({ form, isNew }: { form: ReturnType<typeof useForm<ConfigValues>>; isNew: boolean }) {
  const words = useWords(allWords);
  const number = { form, type: 'number' } as const;
  return (
    <fieldset className={styles.group}>
      <legend>{words.limits}</legend>
      <p className={styles.help}>{words.limitsText}</p>
      <TextField {...number} name="priority" label={words.priority} help={words.priorityHelp} placeholder="0" />
      <div className={styles.pair}>
        <TextField {...number} name="maxPerSecond" label={words.maxPerSecond} placeholder={words.unlimited} />
        <TextField {...number} name="maxConcurrent" label={words.maxConcurrent} placeholder={words.unlimited} />
        <TextField {...number} name="maxAttempts" label={words.maxAttempts} />
        <TextField {...number} name="timeoutMs" label={words.timeoutMs} />
        <TextField {...number} name="baseDelayMs" label={words.baseDelayMs} help={words.baseDelayHelp} />
        <TextField {...number} name="maxDelayMs" label={words.maxDelayMs} />
      </div>
      <SelectField
        form={form}
        name="onUncertain"
        label={words.onUncertain}
        isRequired
        options={[
          ['retry', words.onUncertainRetry],
          ['fail', words.onUncertainFail],
        ]}
      />
      {isNew && <CheckField form={form} name="isActive" label={words.usedAtOnce} help={words.usedAtOnceHelp} />}
    </fieldset>
  );
}
