import { Link, useParams } from '@tanstack/react-router';
import { useContext, useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { MeContext, useRefusal } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { FactList } from '../ui/Facts';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { SecretOnce } from '../ui/SecretOnce';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { Ends, stateOf, useScopeText } from './key-texts';
import { BackToKeys } from './NewKeyScreen';
import { type Key, useKey } from './queries';
import { words } from './words';

/** One key: what it may do and where, and how it ends. Its text is nowhere. */
export function KeyScreen() {
  const { id = '' } = useParams({ strict: false });
  const { data: key, error, refetch } = useKey(id);
  if (key) return <KeyPage of={key} />;
  if (isMissing(error)) return <NotFound />;
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}

function KeyPage({ of: key }: { of: Key }) {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const scopeText = useScopeText();
  const { name, prefix, permissions, parentId, rotatedFrom, lastUsedAt, createdAt } = key;
  return (
    <Page title={name} aside={<code>{prefix}</code>} actions={<KeyActions of={key} />} back={<BackToKeys />}>
      <FactList
        facts={[
          [t.state, t[stateOf(key)]],
          [t.ends, <Ends key="ends" of={key} />],
          [t.lastUsed, lastUsedAt === null ? t.never : <Time at={lastUsedAt} />],
          [t.created, <Time key="created" at={createdAt} />],
          [t.scope, scopeText(key)],
          [
            t.permissions,
            <ul key="permissions">
              {permissions.map((one) => (
                <li key={one}>
                  {t.permissionTexts[one]} <code>{one}</code>
                </li>
              ))}
            </ul>,
          ],
          [t.parent, parentId && <KeyLink id={parentId} />],
          [t.rotatedFrom, rotatedFrom && <KeyLink id={rotatedFrom} />],
          [
            t.audit,
            <Link
              key="audit"
              to="/t/$tenant/audit"
              params={{ tenant }}
              search={{ actor: `key:${prefix}`, range: 'all' }}
            >
              <code>{`key:${prefix}`}</code>
            </Link>,
          ],
        ]}
      />
    </Page>
  );
}

function KeyLink({ id }: { id: string }) {
  const { code: tenant } = useTenant();
  const { data } = useKey(id);
  return (
    <Link to="/t/$tenant/keys/$id" params={{ tenant, id }}>
      {data?.name ?? id} <code>{data?.prefix}</code>
    </Link>
  );
}

function KeyActions({ of: key }: { of: Key }) {
  const { errors } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const me = useContext(MeContext);
  const { isBusy, failure, act } = useAct();
  const [asked, setAsked] = useState<'rotate' | 'revoke'>();
  const [secret, setSecret] = useState<string>();
  const form = useForm({ defaultValues: { graceSeconds: '86400' } });
  const { id, name, prefix } = key;
  const params = { path: { id }, header };
  const close = () => setAsked(undefined);
  const isOwn = me?.actor.startsWith(`key:${prefix}`) === true;
  const revoke = async () => {
    const isDone = await act(() => answerOf(api.POST('/api/api-keys/{id}/revoke', { params })));
    if (!isDone) return;
    toast(t.revokedToast(name));
    close();
  };
  const isActive = stateOf(key) === 'active';
  // The session would end with the old key, and the new one's text with the page.
  const graces = Object.entries(t.graces).filter(([seconds]) => !isOwn || seconds !== '0');
  return (
    <>
      {isActive && (
        <>
          <Button refusal={refusalOf('POST /api/api-keys/{id}/rotate')} onClick={() => setAsked('rotate')}>
            {t.rotate}
          </Button>
          <Button
            kind="danger"
            refusal={refusalOf('POST /api/api-keys/{id}/revoke')}
            onClick={() => setAsked('revoke')}
          >
            {t.revoke}
          </Button>
        </>
      )}
      <Layer title={t.rotateTitle(name)} text={t.rotateText} isOpen={asked === 'rotate'} onClose={close}>
        <Form
          form={form}
          action={t.rotateAction}
          onSubmit={async ({ graceSeconds }) => {
            const body = { graceSeconds: Number(graceSeconds) };
            const { plaintextKey } = await answerOf(api.POST('/api/api-keys/{id}/rotate', { params, body }));
            close();
            setSecret(plaintextKey);
          }}
        >
          <SelectField form={form} name="graceSeconds" label={t.grace} isRequired options={graces} />
        </Form>
      </Layer>
      {secret !== undefined && (
        <SecretOnce title={t.onceTitle(name)} text={t.onceText} secret={secret} onClose={() => setSecret(undefined)} />
      )}
      <Confirm
        title={t.revokeTitle(name)}
        text={t.revokeText}
        action={t.revokeAction}
        isOpen={asked === 'revoke'}
        isBusy={isBusy}
        onClose={close}
        onConfirm={() => void revoke()}
      >
        {isOwn && <Note kind="warning">{t.revokeOwn}</Note>}
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </>
  );
}
