import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { FactList } from '../ui/Facts';
import { Layer } from '../ui/Layer';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { CommerceForm } from './CommerceForm';
import { LatestActivities, LatestResults } from './Latest';
import { BackToCommerces } from './NewCommerceScreen';
import { People } from './People';
import { type Commerce, useCommerce } from './queries';
import { Reach } from './Reach';
import { words } from './words';

/** One store: its people, whom each channel reaches there, and what happened lately. */
export function CommerceScreen() {
  const { id = '' } = useParams({ strict: false });
  const { data: commerce, error, refetch } = useCommerce(id);
  if (commerce) return <CommercePage commerce={commerce} />;
  if (isMissing(error)) return <NotFound />;
  return error ? <ProblemNote error={error} onRetry={() => void refetch()} /> : <Skeleton />;
}

function CommercePage({ commerce }: { commerce: Commerce }) {
  const { common } = useMessages();
  const t = useWords(words);
  const { id, name, externalId, taxId, country, isActive, metadata, createdAt, updatedAt } = commerce;
  return (
    <Page
      title={name}
      aside={<code>{externalId}</code>}
      actions={<CommerceActions commerce={commerce} />}
      back={<BackToCommerces />}
    >
      <People commerce={commerce} />
      <Reach commerce={commerce} />
      <Section title={t.facts}>
        <FactList
          facts={[
            ['Id', <code key="id">{id}</code>],
            [t.externalId, <code key="externalId">{externalId}</code>],
            [t.taxId, taxId],
            [t.country, country ?? t.asTenant],
            [t.active, isActive ? common.yes : common.no],
            [t.created, <Time key="created" at={createdAt} />],
            [t.changed, <Time key="changed" at={updatedAt} />],
          ]}
        />
        {Object.keys(metadata).length > 0 && <Body title={t.metadata} text={JSON.stringify(metadata, null, 2)} />}
      </Section>
      <LatestActivities commerce={commerce} />
      <LatestResults commerce={commerce} />
    </Page>
  );
}

function CommerceActions({ commerce }: { commerce: Commerce }) {
  const { common, errors } = useMessages();
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [asked, setAsked] = useState<'edit' | 'remove'>();
  const { id, name } = commerce;
  const params = { path: { id }, header };
  const close = () => setAsked(undefined);
  const remove = async () => {
    const isDone = await act(async () => answerOf(api.DELETE('/api/commerces/{id}', { params })));
    if (!isDone) return;
    toast(t.removed(name));
    await navigate({ to: '/t/$tenant/commerces', params: { tenant } });
  };
  return (
    <>
      <Button refusal={refusalOf('PATCH /api/commerces/{id}')} onClick={() => setAsked('edit')}>
        {common.edit}
      </Button>
      <Button refusal={refusalOf('DELETE /api/commerces/{id}')} onClick={() => setAsked('remove')}>
        {common.remove}
      </Button>
      <Layer title={t.editTitle(name)} isOpen={asked === 'edit'} onClose={close}>
        <CommerceForm
          commerce={commerce}
          action={common.save}
          onSubmit={async (body) => {
            await answerOf(api.PATCH('/api/commerces/{id}', { params, body }));
            toast(common.saved);
            close();
          }}
        />
      </Layer>
      <Confirm
        title={t.removeTitle(name)}
        text={t.removeText}
        action={common.remove}
        isOpen={asked === 'remove'}
        isBusy={isBusy}
        onClose={close}
        onConfirm={() => void remove()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </>
  );
}
