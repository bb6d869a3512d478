import { Link, useParams } from '@tanstack/react-router';
import type { ConfigHealth } from '../api';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import type { Search } from '../search';
import { durationText, Time, useNow, useRelative, useTimeText } from '../time';
import styles from './Configs.module.css';
import { canSend, substituteOf } from './order-of-use';
import { Trend } from './Trend';
import { words as allWords } from './words';

type Outage = NonNullable<ConfigHealth['outage']>;

/** Why an account is as it is, what sends in its place, and what waits for it. */
export function HealthSentence({ account, all }: { account: ConfigHealth; all: ConfigHealth[] }) {
  const words = useWords(allWords);
  const { channels } = useMessages();
  const { language } = usePreferences();
  const { tenant = '' } = useParams({ strict: false });
  const { state, outage, channel, queued, attempts, failures, trend } = account;
  const number = (n: number) => n.toLocaleString(language);
  const other = substituteOf(account, all);
  const held = heldBy(account);
  return (
    <p className={styles.sentence}>
      {state === 'PAUSED' && <span>{words.isPaused}</span>}
      {outage && state !== 'PAUSED' && <OutageSentence outage={outage} />}
      {state === 'LIMITED' && <span>{words.limited}</span>}
      {state === 'DEGRADED' && <span>{words.degraded(number(failures), number(attempts))}</span>}
      {state === 'UP' && <span>{words.well}</span>}
      {state === 'IDLE' && <span>{words.idle}</span>}
      {!canSend(account) && (
        <strong>{other ? words.takesOver(other.name) : words.nothingTakesOver(channels[channel])}</strong>
      )}
      {canSend(account) && <LastAccepted account={account} />}
      {held && queued > 0 && (
        <Link to="/t/$tenant/activities" params={{ tenant }} search={held}>
          {words.held(number(queued))}
        </Link>
      )}
      <Trend trend={trend} />
    </p>
  );
}

function OutageSentence({ outage }: { outage: Outage }) {
  const words = useWords(allWords);
  const text = useTimeText();
  const relative = useRelative();
  const now = useNow();
  const { kind, since, probeAt, failedProbes, code, providerErrorCode, message } = outage;
  const begun = (kind === 'DOWN' ? words.downSince : words.wrongSince)(
    text(since),
    durationText(Math.max(0, Math.floor((now - Date.parse(since)) / 1000) * 1000)),
  );
  const soon = probeAt === null ? '' : relative(probeAt);
  const probe =
    probeAt === null
      ? words.noProbe
      : soon !== ''
        ? words.probeIn(soon)
        : Date.parse(probeAt) > now
          ? words.probeAt(text(probeAt))
          : words.probeNow;
  return (
    <span>
      {begun}
      <span className={styles.bad}>{message}</span> <code>{[code, providerErrorCode].filter(Boolean).join(' · ')}</code>{' '}
      {probe} {failedProbes > 0 && words.failedProbes(failedProbes)}
    </span>
  );
}

function LastAccepted({ account: { lastSuccessAt } }: { account: ConfigHealth }) {
  const words = useWords(allWords);
  if (lastSuccessAt === null) return <span className={styles.dim}>{words.neverAccepted}</span>;
  return (
    <span className={styles.dim}>
      {words.lastAccepted} <Time at={lastSuccessAt} />
    </span>
  );
}

const reasons: Partial<Record<ConfigHealth['state'], string>> = {
  DOWN: 'PROVIDER_DOWN',
  MISCONFIGURED: 'PROVIDER_MISCONFIGURED',
  PAUSED: 'PROVIDER_PAUSED',
  LIMITED: 'RATE_LIMIT',
};

/** The list of what waits on the channel, for the reason that holds for this account. */
function heldBy({ state, channel }: ConfigHealth): Search | undefined {
  const waiting = reasons[state];
  return waiting === undefined ? undefined : { status: 'READY', waiting, channel, range: 'all' };
}
