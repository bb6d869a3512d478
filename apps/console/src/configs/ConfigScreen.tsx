import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { answerOf, api, type ConfigDetail, type ConfigHealth, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { NotFound } from '../shell/NotFound';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { useCopy } from '../ui/copy';
import { FactList } from '../ui/Facts';
import { Page, Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { useAccountActions } from './actions';
import { BackToAccounts } from './BackToAccounts';
import { ConfigForm } from './ConfigForm';
import styles from './Configs.module.css';
import { HealthChip } from './HealthChip';
import { HealthSentence } from './HealthSentence';
import { substituteOf } from './order-of-use';
import { Warnings } from './PreviewPanel';
import { useConfig, useHealth, useProviders } from './queries';
import { words as allWords } from './words';

/** One account: how it does, what it is made of, and what may be done with it. */
export function ConfigScreen() {
  const { channels, errors } = useMessages();
  const { id = '' } = useParams({ strict: false });
  const { data: config, error, refetch } = useConfig(id);
  const { data: providers, error: providersError } = useProviders();
  const { data: all = [] } = useHealth();
  const { isBusy, failure, setActive } = useAccountActions(all);
  if (isMissing(error)) return <NotFound />;
  const problem = error ?? providersError;
  if (problem && !(config && providers)) return <ProblemNote error={problem} onRetry={() => void refetch()} />;
  if (!config || !providers) return <Skeleton />;

  const provider = providers.find(({ code }) => code === config.providerCode);
  const definition = provider?.channelDefinitions.find(({ channel }) => channel === config.channel);
  const health = all.find((one) => one.id === id);
  const facts = <AccountFacts config={config} health={health} canCallBack={provider?.callbacks ?? false} />;
  return (
    <Page
      title={config.name}
      back={<BackToAccounts />}
      aside={
        <span className={styles.sentence}>
          {health && <HealthChip state={health.state} />}
          {channels[config.channel]} · {provider?.name ?? config.providerCode}
        </span>
      }
      actions={
        <Actions
          config={config}
          health={health}
          all={all}
          isBusy={isBusy}
          onActive={(on) => health && void setActive(health, on)}
        />
      }
    >
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {health && <HealthSentence account={health} all={all} />}
      <Warnings warnings={config.warnings} />
      {provider && definition ? (
        <ConfigForm key={id} provider={provider} definition={definition} stored={config}>
          {facts}
        </ConfigForm>
      ) : (
        facts
      )}
    </Page>
  );
}

interface ActionsProps {
  config: ConfigDetail;
  health: ConfigHealth | undefined;
  all: ConfigHealth[];
  isBusy: boolean;
  onActive: (isActive: boolean) => void;
}

function Actions({ config, health, all, isBusy, onActive }: ActionsProps) {
  const words = useWords(allWords);
  const { common, errors, channels } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  const deleting = useAct();
  const [isAsked, setAsked] = useState(false);
  const { id, name, channel, isActive } = config;
  const other = health && substituteOf(health, all);
  const queued = health?.queued ?? 0;
  const remove = async () => {
    await deleting.act(async () => {
      await answerOf(api.DELETE('/api/dispatch-configs/{id}', { params: { path: { id }, header } }));
      toast(words.deleted(name));
      await navigate({ to: '/t/$tenant/configs', params: { tenant: header['x-tenant-id'] }, replace: true });
    });
  };
  return (
    <>
      <Button
        disabled={isBusy || !health}
        refusal={refusalOf('PATCH /api/dispatch-configs/{id}')}
        onClick={() => onActive(!isActive)}
      >
        {isActive ? words.pause : words.resume}
      </Button>
      <Button refusal={refusalOf('DELETE /api/dispatch-configs/{id}')} onClick={() => setAsked(true)}>
        {common.remove}
      </Button>
      <Confirm
        title={words.deleteTitle(name)}
        text={other ? words.deleteOther(queued, other.name) : words.deleteNone(queued, channels[channel])}
        action={common.remove}
        isOpen={isAsked}
        isBusy={deleting.isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void remove()}
      >
        {deleting.failure !== undefined && <ProblemNote error={deleting.failure} title={errors.action} />}
      </Confirm>
    </>
  );
}

interface AccountFactsProps {
  config: ConfigDetail;
  health: ConfigHealth | undefined;
  canCallBack: boolean;
}

function AccountFacts({ config, health, canCallBack }: AccountFactsProps) {
  const words = useWords(allWords);
  const { language } = usePreferences();
  const { id, channelUses, createdAt, updatedAt, version } = config;
  const uses =
    channelUses === null
      ? ((health && words.usesNoneWhile[health.state]) ?? words.usesNone)
      : channelUses.id === id
        ? words.usesThis
        : (channelUses.reason === 'FAILOVER' ? words.usesOther : words.usesBefore)(channelUses.name);
  return (
    <Section title={words.facts}>
      <FactList
        facts={[
          [words.usedNow, uses],
          [words.queued, health?.queued.toLocaleString(language)],
          [words.inFlight, health?.inFlight.toLocaleString(language)],
          [words.lastSuccess, health?.lastSuccessAt && <Time at={health.lastSuccessAt} />],
          ...(canCallBack
            ? [[words.callbackUrl, <CallbackUrl key="url" config={config} />] satisfies [string, unknown]]
            : []),
          [words.id, <code key="id">{id}</code>],
          [words.version, version],
          [words.createdAt, <Time key="created" at={createdAt} />],
          [words.changedAt, <Time key="changed" at={updatedAt} />],
        ]}
      />
    </Section>
  );
}

/** Where the provider tells what became of messages: whoever knows it can, so that it can be made anew. */
function CallbackUrl({ config: { id, name, callbackUrl } }: { config: ConfigDetail }) {
  const words = useWords(allWords);
  const { common, errors } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const copy = useCopy();
  const { isBusy, failure, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const rotate = async () => {
    const isDone = await act(() =>
      answerOf(api.POST('/api/dispatch-configs/{id}/rotate-callback', { params: { path: { id }, header } })),
    );
    if (!isDone) return;
    setAsked(false);
    toast(words.rotated);
  };
  const refusal = refusalOf('POST /api/dispatch-configs/{id}/rotate-callback');
  if (callbackUrl === null) return refusal ?? words.callbackUnset;
  return (
    <div className={styles.callback}>
      <code>{callbackUrl}</code>
      <div className={styles.row}>
        <Button onClick={() => copy(callbackUrl)}>{common.copy}</Button>
        <Button refusal={refusal} onClick={() => setAsked(true)}>
          {words.rotate}
        </Button>
      </div>
      <Confirm
        title={words.rotateTitle(name)}
        text={words.rotateText}
        action={words.rotateAction}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void rotate()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </div>
  );
}
