import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ATTRIBUTE_RESOLVERS, ATTRIBUTE_STRATEGIES } from '../../../../libs/vocabulary/src';
import { useAddress } from '../address';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { Pages } from '../ui/Pages';
import { SecretOnce } from '../ui/SecretOnce';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { Part, RowActions } from './Part';
import { type Policy, usePolicies } from './queries';
import { words } from './words';

/** Where the values of attributes come from. */
export function Policies() {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = usePolicies(search);
  const [edited, setEdited] = useState<Policy | 'new'>();
  const [made, setMade] = useState<{ key: string; secret: string }>();
  const close = () => setEdited(undefined);
  const fallbackText = ({ fallback }: Policy) => (fallback === null ? undefined : JSON.stringify(fallback));
  const columns: Column<Policy>[] = [
    { title: t.key, width: '24%', cell: ({ key }) => <code>{key}</code>, full: ({ key }) => key },
    { title: t.when, width: '200px', cell: ({ strategy }) => t.attributeStrategies[strategy] },
    { title: t.source, width: '112px', cell: ({ resolver }) => t.resolvers[resolver] },
    { title: t.hook, cell: ({ hook }) => hook?.url, full: ({ hook }) => hook?.url },
    { title: t.fallback, width: '12%', cell: fallbackText, full: fallbackText },
    {
      title: t.actions,
      width: '176px',
      isNumber: true,
      cell: (row) => (
        <RowActions
          name={row.key}
          editRefusal={refusalOf('POST /api/activity-config/attribute-policies')}
          removeRefusal={refusalOf('DELETE /api/activity-config/attribute-policies/{key}')}
          onEdit={() => setEdited(row)}
          remove={() =>
            answerOf(
              api.DELETE('/api/activity-config/attribute-policies/{key}', {
                params: { path: { key: row.key }, header },
              }),
            )
          }
        />
      ),
    },
  ];
  return (
    <>
      <Part
        caption={t.sources}
        lead={t.policiesLead}
        create={
          <Button
            kind="primary"
            refusal={refusalOf('POST /api/activity-config/attribute-policies')}
            onClick={() => setEdited('new')}
          >
            {t.newPolicy}
          </Button>
        }
        nothingYet={t.noPolicies}
        rows={data?.data}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        idOf={({ key }) => key}
        isStale={isPlaceholderData}
        minWidth={960}
      />
      <Pages search={search} rows={data?.data.length} onChange={change} />
      <Layer
        title={edited === undefined || edited === 'new' ? t.newPolicy : t.editTitle(edited.key)}
        isOpen={edited !== undefined}
        onClose={close}
      >
        {edited !== undefined && (
          <PolicyForm
            of={edited === 'new' ? undefined : edited}
            onSubmit={async (body) => {
              const { key, hook } = await answerOf(
                api.POST('/api/activity-config/attribute-policies', { params: { header }, body }),
              );
              toast(common.saved);
              close();
              if (hook?.secret) setMade({ key, secret: hook.secret });
            }}
          />
        )}
      </Layer>
      {made && (
        <SecretOnce
          title={t.secretTitle(made.key)}
          text={t.secretText}
          secret={made.secret}
          onClose={() => setMade(undefined)}
        />
      )}
    </>
  );
}

type Body = Schemas['SaveAttributePolicyRequest'];

function PolicyForm({
  of: existing,
  onSubmit,
}: {
  of: Policy | undefined;
  onSubmit: (body: Body) => Promise<unknown>;
}) {
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      key: existing?.key ?? '',
      strategy: existing?.strategy ?? 'UPFRONT',
      resolver: existing?.resolver ?? 'CLIENT_HOOK',
      hook: {
        url: existing?.hook?.url ?? '',
        timeoutMs: String(existing?.hook?.timeoutMs ?? 2000),
        renewSecret: false,
      },
      fallback: existing && existing.fallback !== null ? JSON.stringify(existing.fallback) : '',
    },
  });
  const isHook = form.watch('resolver') === 'CLIENT_HOOK';
  return (
    <Form
      form={form}
      action={t.savePolicy}
      onSubmit={({ hook, fallback, ...rest }) =>
        onSubmit({
          ...rest,
          ...(isHook && {
            hook: { ...hook, url: hook.url.trim(), timeoutMs: Number(hook.timeoutMs) },
          }),
          fallback: fallback.trim() === '' ? null : (JSON.parse(fallback) as Body['fallback']),
        })
      }
    >
      {!existing && <TextField form={form} name="key" label={t.key} help={t.keyHelp} isRequired isCode />}
      <SelectField
        form={form}
        name="strategy"
        label={t.when}
        isRequired
        options={ATTRIBUTE_STRATEGIES.map((one) => [one, t.attributeStrategies[one]])}
      />
      <SelectField
        form={form}
        name="resolver"
        label={t.source}
        isRequired
        options={ATTRIBUTE_RESOLVERS.map((one) => [one, t.resolvers[one]])}
      />
      {isHook && (
        <>
          <TextField form={form} name="hook.url" label={t.hook} help={t.hookHelp} type="url" isRequired />
          <TextField form={form} name="hook.timeoutMs" label={t.timeout} type="number" isRequired />
          {existing?.hook && <CheckField form={form} name="hook.renewSecret" label={t.renewSecret} />}
        </>
      )}
      <TextField
        form={form}
        name="fallback"
        label={t.fallback}
        help={t.fallbackHelp}
        isCode
        rules={{ validate: (text) => isJsonOrEmpty(text as string) || t.notJson }}
      />
    </Form>
  );
}

function isJsonOrEmpty(text: string): boolean {
  try {
    if (text.trim() !== '') JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
