import { Link, useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import type { Config, ConfigHealth } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useRefusal } from '../session/me';
import { durationText, Time } from '../time';
import { Button } from '../ui/Button';
import { Empty } from '../ui/Empty';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { AccountButtons } from './AccountButtons';
import { useAccountActions } from './actions';
import { channels, failedShare } from './channels';
import styles from './Configs.module.css';
import { HealthChip } from './HealthChip';
import { useConfigs, useHealth, useProviders } from './queries';
import { TestLayer } from './TestLayer';
import { words as allWords } from './words';

/** The accounts by which activities reach providers, by channel in the order in which they are used. */
export function ConfigsScreen() {
  const words = useWords(allWords);
  const { screens, channels: channelNames, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const { language } = usePreferences();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const { data: accounts, error, refetch, isPlaceholderData } = useHealth();
  const { data: configs = new Map<string, Config>() } = useConfigs();
  const { data: providers } = useProviders();
  const all = accounts ?? [];
  const { isBusy, failure, setActive, putBefore } = useAccountActions(all);
  const [tested, setTested] = useState<ConfigHealth>();

  const number = (n: number) => n.toLocaleString(language);
  const priorityOf = (id: string) => configs.get(id)?.priority ?? 0;
  /** Its place among those of its channel, whatever their priorities are. */
  const orderOf = ({ id, channel }: ConfigHealth) =>
    String(all.filter((other) => other.channel === channel).findIndex((other) => other.id === id) + 1);
  const priorityText = (id: string) => (configs.has(id) ? words.priorityIs(priorityOf(id)) : undefined);
  const before = (account: ConfigHealth) => {
    const other = all[all.indexOf(account) - 1];
    if (other?.channel !== account.channel || configs.size === 0) return undefined;
    return { name: other.name, onUse: () => void putBefore(account, other, priorityOf) };
  };
  const columns: Column<ConfigHealth>[] = [
    { title: words.order, width: '56px', isNumber: true, cell: orderOf, full: ({ id }) => priorityText(id) },
    {
      title: words.name,
      cell: ({ id, name }) => (
        <Link data-row to="/t/$tenant/configs/$id" params={{ tenant, id }}>
          {name}
        </Link>
      ),
      full: ({ name }) => name,
    },
    {
      title: words.provider,
      width: '104px',
      cell: ({ providerCode }) => providers?.find(({ code }) => code === providerCode)?.name ?? providerCode,
      full: ({ providerCode }) => providerCode,
    },
    { title: words.state, width: '136px', cell: ({ state }) => <HealthChip state={state} /> },
    { title: words.queued, width: '64px', isNumber: true, cell: ({ queued }) => number(queued) },
    {
      title: words.inFlight,
      width: '72px',
      isNumber: true,
      cell: ({ id, inFlight }) => {
        const most = configs.get(id)?.limits.maxConcurrent ?? null;
        return most === null ? number(inFlight) : `${number(inFlight)} / ${number(most)}`;
      },
    },
    {
      title: words.limit,
      width: '64px',
      isNumber: true,
      cell: ({ id }) => {
        const most = configs.get(id)?.limits.maxPerSecond ?? null;
        return most === null ? undefined : words.aSecond(number(most));
      },
    },
    {
      title: words.p95,
      width: '72px',
      isNumber: true,
      cell: ({ p95Ms }) => (p95Ms === null ? undefined : durationText(p95Ms)),
    },
    { title: words.failed, width: '64px', isNumber: true, cell: (account) => failedShare(account, language) },
    {
      title: words.lastTest,
      width: '104px',
      isNumber: true,
      cell: ({ lastTest }) =>
        lastTest && (
          <span className={lastTest.ok ? styles.good : styles.bad}>
            {lastTest.ok ? '✓' : '✕'} <Time at={lastTest.at} />
          </span>
        ),
      full: ({ lastTest }) =>
        lastTest ? [lastTest.httpStatus, lastTest.errorCode].filter(Boolean).join(' ') : undefined,
    },
    {
      title: words.actions,
      width: '112px',
      cell: (account) => (
        <AccountButtons
          account={account}
          isBusy={isBusy}
          onTest={() => setTested(account)}
          onActive={(isActive) => void setActive(account, isActive)}
          before={before(account)}
        />
      ),
    },
  ];
  const without = channels.filter((channel) => !all.some((account) => account.channel === channel));
  const create = (
    <Button
      kind="primary"
      refusal={refusalOf('POST /api/dispatch-configs')}
      onClick={() => void navigate({ to: '/t/$tenant/configs/new', params: { tenant } })}
    >
      {words.create}
    </Button>
  );

  return (
    <Page
      title={screens.configs}
      aside={all.length > 0 && `${words.accounts(all.length)} · ${words.lastHour}`}
      actions={all.length > 0 && create}
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {!accounts && !error && <Skeleton />}
      {accounts?.length === 0 && (
        <Empty
          title={words.nothingYet}
          about={words.nothingYetText}
          first={words.first}
          refusal={refusalOf('POST /api/dispatch-configs')}
        >
          {create}
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <Table
            caption={words.caption}
            rows={all}
            columns={columns}
            idOf={({ id }) => id}
            groupOf={({ channel }) => channelNames[channel]}
            isStale={isPlaceholderData}
            onOpen={({ id }) => void navigate({ to: '/t/$tenant/configs/$id', params: { tenant, id } })}
            minWidth={1000}
          />
          {without.length > 0 && (
            <p className={styles.without}>
              {words.channelsWithout}
              {without.map((channel) => (
                <Link key={channel} to="/t/$tenant/configs/new" params={{ tenant }} search={{ channel }}>
                  {channelNames[channel]}
                </Link>
              ))}
            </p>
          )}
        </>
      )}
      {tested && <TestLayer account={tested} onClose={() => setTested(undefined)} />}
    </Page>
  );
}
