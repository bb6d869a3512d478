import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { ATTRIBUTE_RESOLVERS, ATTRIBUTE_STRATEGIES } from '../../../../libs/vocabulary/src';
import { useAddress } from '../address';
import { answerOf, api, type Schemas } from '../api';
import { useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { SecretOnce } from '../ui/SecretOnce';
import { Part } from './Part';
import { type Policy, usePolicies } from './queries';
import { words } from './words';

/** Where the values of attributes come from. */
export function Policies() {
  const t = useWords(words);
  const header = useTenantHeader();
  const [search, change] = useAddress();
  const [made, setMade] = useState<{ key: string; secret: string }>();
  const fallbackText = ({ fallback }: Policy) => (fallback === null ? undefined : JSON.stringify(fallback));
  const one = '/api/activity-config/attribute-policies/{key}';
  const many = '/api/activity-config/attribute-policies';
  return (
    <>
      <Part
        caption={t.sources}
        lead={t.policiesLead}
        nothingYet={t.noPolicies}
        query={usePolicies(search)}
        pages={{ search, onChange: change }}
        columns={[
          { title: t.key, width: '24%', cell: ({ key }) => <code>{key}</code>, full: ({ key }) => key },
          { title: t.when, width: '200px', cell: ({ strategy }) => t.attributeStrategies[strategy] },
          { title: t.source, width: '112px', cell: ({ resolver }) => t.resolvers[resolver] },
          { title: t.hook, cell: ({ hook }) => hook?.url, full: ({ hook }) => hook?.url },
          { title: t.fallback, width: '12%', cell: fallbackText, full: fallbackText },
        ]}
        idOf={({ key }) => key}
        nameOf={({ key }) => key}
        minWidth={960}
        remove={({ key }) => answerOf(api.DELETE(one, { params: { path: { key }, header } }))}
        operations={{ create: `POST ${many}`, change: `POST ${many}`, remove: `DELETE ${one}` }}
        newTitle={t.newPolicy}
        form={(existing, onSaved) => (
          <PolicyForm
            of={existing}
            onSubmit={async (body) => {
              const { key, hook } = await answerOf(api.POST(many, { params: { header }, body }));
              onSaved();
              if (hook?.secret) setMade({ key, secret: hook.secret });
            }}
          />
        )}
      />
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
