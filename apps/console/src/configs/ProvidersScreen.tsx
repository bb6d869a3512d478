import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type FocusEvent, useState } from 'react';
import type { Config, ConfigHealth } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useRefusal } from '../session/me';
import { durationText } from '../time';
import { Empty } from '../ui/Empty';
import { Note } from '../ui/Note';
import { Page } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { type Column, Table } from '../ui/Table';
import { Tabs } from '../ui/Tabs';
import { AccountButtons } from './AccountButtons';
import { useAccountActions } from './actions';
import { failedShare } from './channels';
import styles from './Configs.module.css';
import { HealthChip } from './HealthChip';
import { HealthSentence } from './HealthSentence';
import { canSend } from './order-of-use';
import { useConfigs, useHealth, windows } from './queries';
import { TestLayer } from './TestLayer';
import { words as allWords } from './words';

/** How the accounts do at this moment: which is in trouble, why, and what sends in its place. */
export function ProvidersScreen() {
  const words = useWords(allWords);
  const { screens, channels, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const search = useSearch({ strict: false });
  const { language } = usePreferences();
  const navigate = useNavigate();
  const refusal = useRefusal()('POST /api/dispatch-configs');
  const window = windows.find((one) => one === search.window) ?? '1h';
  const { data: accounts, error, refetch, isPlaceholderData } = useHealth(window);
  const { data: configs = new Map<string, Config>() } = useConfigs();
  const all = accounts ?? [];
  const { isBusy, failure, setActive } = useAccountActions(all);
  const [tested, setTested] = useState<ConfigHealth>();
  const { rows, hold } = useCalmOrder(all);

  const number = (n: number) => n.toLocaleString(language);
  const duration = (title: string, of: (account: ConfigHealth) => number | null): Column<ConfigHealth> => ({
    title,
    width: '68px',
    isNumber: true,
    cell: (account) => {
      const ms = of(account);
      return ms === null ? undefined : durationText(ms);
    },
  });
  const columns: Column<ConfigHealth>[] = [
    { title: words.state, width: '136px', cell: ({ state }) => <HealthChip state={state} /> },
    {
      title: words.name,
      cell: ({ id, name, channel }) => (
        <>
          <Link data-row to="/t/$tenant/configs/$id" params={{ tenant, id }}>
            {name}
          </Link>{' '}
          <span className={styles.dim}>{channels[channel]}</span>
        </>
      ),
      full: ({ name, providerCode }) => `${name} · ${providerCode}`,
    },
    { title: words.attempts, width: '72px', isNumber: true, cell: ({ attempts }) => number(attempts) },
    {
      title: words.failed,
      width: '112px',
      isNumber: true,
      cell: (account) => {
        const share = failedShare(account, language);
        return share === undefined ? undefined : `${number(account.failures)} · ${share}`;
      },
    },
    duration(words.p50, ({ p50Ms }) => p50Ms),
    duration(words.p95, ({ p95Ms }) => p95Ms),
    duration(words.p99, ({ p99Ms }) => p99Ms),
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
    { title: words.queued, width: '64px', isNumber: true, cell: ({ queued }) => number(queued) },
    {
      title: words.actions,
      width: '80px',
      cell: (account) => (
        <AccountButtons
          account={account}
          isBusy={isBusy}
          onTest={() => setTested(account)}
          onActive={(isActive) => void setActive(account, isActive)}
        />
      ),
    },
  ];
  const silent = rows.filter((account) => !canSend(account));

  return (
    <Page title={screens.providers} aside={all.length > 0 && words.accounts(all.length)}>
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      {!accounts && !error && <Skeleton />}
      {accounts?.length === 0 && (
        <Empty title={words.nothingYet} about={words.nothingYetText} first={words.first} refusal={refusal}>
          {refusal === undefined && (
            <Link to="/t/$tenant/configs/new" params={{ tenant }}>
              {words.create}
            </Link>
          )}
        </Empty>
      )}
      {all.length > 0 && (
        <>
          <div className={styles.summary}>
            <Note kind={silent.length === 0 ? 'info' : 'error'}>
              {silent.length === 0
                ? words.allWell(all.length)
                : words.cannotSend(silent.length, all.length, silent.map(({ name }) => name).join(', '))}
            </Note>
          </div>
          <Tabs
            label={words.window}
            tabs={windows.map((name) => ({ name, text: words.windows[name] }))}
            chosen={window}
            onChange={(chosen) =>
              void navigate({
                to: '/t/$tenant/providers',
                params: { tenant },
                search: { ...search, window: chosen === '1h' ? undefined : chosen },
              })
            }
          />
          <div {...hold}>
            <Table
              caption={words.healthCaption}
              rows={rows}
              columns={columns}
              idOf={({ id }) => id}
              note={(account) => <HealthSentence account={account} all={all} />}
              isStale={isPlaceholderData}
              onOpen={({ id }) => void navigate({ to: '/t/$tenant/configs/$id', params: { tenant, id } })}
              minWidth={1000}
            />
          </div>
        </>
      )}
      {tested && <TestLayer account={tested} onClose={() => setTested(undefined)} />}
    </Page>
  );
}

const worstFirst: ConfigHealth['state'][] = ['DOWN', 'MISCONFIGURED', 'PAUSED', 'DEGRADED', 'LIMITED', 'UP', 'IDLE'];

/** The worst first; while somebody points at a row or is in it, all stay where they are. */
function useCalmOrder(all: ConfigHealth[]) {
  const [isPointedAt, setPointedAt] = useState(false);
  const [isWithin, setWithin] = useState(false);
  const [kept, setKept] = useState<string[]>([]);
  const sorted = all.toSorted((a, b) => worstFirst.indexOf(a.state) - worstFirst.indexOf(b.state));
  const ids = sorted.map(({ id }) => id);
  const isHeld = (isPointedAt || isWithin) && ids.length === kept.length && ids.every((id) => kept.includes(id));
  if (!isHeld && ids.join() !== kept.join()) setKept(ids);
  const rows = isHeld ? kept.flatMap((id) => all.find((account) => account.id === id) ?? []) : sorted;
  const hold = {
    onPointerEnter: () => setPointedAt(true),
    onPointerLeave: () => setPointedAt(false),
    onFocus: () => setWithin(true),
    onBlur: (event: FocusEvent) => setWithin(event.currentTarget.contains(event.relatedTarget)),
  };
  return { rows, hold };
}
