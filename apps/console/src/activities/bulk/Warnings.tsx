import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { ActivityDetail, Channel } from '../../api';
import { channels } from '../../configs/channels';
import { canSend } from '../../configs/order-of-use';
import { useHealth } from '../../configs/queries';
import { useMessages, useWords } from '../../i18n';
import { usePreferences } from '../../preferences';
import type { Search } from '../../search';
import { useRefusal } from '../../session/me';
import { useTenant } from '../../session/tenant';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { useOptionCounts } from '../queries';
import styles from './Bulk.module.css';
import { bulkKinds, usualRate, withoutAccount } from './what';
import { words } from './words';

interface WarningProps {
  text: string;
  /** Undefined where none can be left out. */
  onLeaveOut: (() => void) | undefined;
  children?: ReactNode;
}

/** Those that would most likely fail again may be left out; nothing is forbidden. */
export function Warning({ text: sentence, onLeaveOut, children }: WarningProps) {
  const text = useWords(words);
  return (
    <Note kind="warning">
      <p>{sentence}</p>
      <p className={styles.ways}>
        {onLeaveOut && (
          <Button aria-label={`${text.leaveOut}: ${sentence}`} onClick={onLeaveOut}>
            {text.leaveOut}
          </Button>
        )}
        {children}
      </p>
    </Note>
  );
}

interface WithoutAccountProps {
  n: number;
  search: Search;
  sample: ActivityDetail[];
  onLeaveOut: (() => void) | undefined;
}

/** Warns of those that had no account, where there is still none for their channel. */
export function WithoutAccount({ n, search, sample, onLeaveOut }: WithoutAccountProps) {
  const text = useWords(words);
  const { channels: names, detail } = useMessages();
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const refusalOf = useRefusal();
  const { data: health } = useHealth();
  const failed = sample.filter(({ lastError }) => lastError?.code === withoutAccount);
  const lacking = useChannels(withCodes(search, [withoutAccount]), failed).filter((channel) =>
    health?.every((account) => account.channel !== channel),
  );
  if (lacking.length === 0) return null;
  const named = new Intl.ListFormat(language).format(lacking.map((channel) => names[channel]));
  return (
    <Warning text={text.noAccount(n, named)} onLeaveOut={onLeaveOut}>
      {(refusalOf('POST /api/dispatch-configs') === undefined ? lacking : []).map((channel) => (
        <Link key={channel} to="/t/$tenant/configs/new" params={{ tenant }} search={{ channel }}>
          {detail.makeAccount(names[channel])}
        </Link>
      ))}
    </Warning>
  );
}

interface TroubledProps {
  search: Search;
  sample: ActivityDetail[];
  isSpread: boolean;
}

/** Warns of the accounts by which they would go now, where these are not well. */
export function Troubled({ search, sample, isSpread }: TroubledProps) {
  const text = useWords(words);
  const { channels: names } = useMessages();
  const { data: health = [] } = useHealth();
  const troubled = useChannels(search, sample).flatMap((channel) => {
    const all = health.filter((account) => account.channel === channel);
    const { name, state } = all.find(canSend) ?? all[0] ?? {};
    const sentence = state && state in text.troubled ? text.troubled[state as keyof typeof text.troubled] : undefined;
    return sentence && name !== undefined ? [{ text: sentence(name, names[channel]), state }] : [];
  });
  if (troubled.length === 0) return null;
  return (
    <Note kind="warning">
      {troubled.map(({ text: sentence }) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {!isSpread && troubled.some(({ state }) => state === 'DOWN' || state === 'DEGRADED') && (
        <p>{text.ratherSpread(usualRate)}</p>
      )}
    </Note>
  );
}

/** The channels of what an address finds; of those chosen by their ids, the channels of the sample. */
function useChannels(search: Search, sample: ActivityDetail[]): Channel[] {
  const isById = search.ids !== undefined;
  const all = { ...search, status: bulkKinds.redrive.status, channel: undefined };
  const counts = useOptionCounts(all, 'channel', channels, !isById);
  const asked = search.channel?.split(',');
  return channels.filter((channel) => {
    if (isById) return sample.some((activity) => activity.channel === channel);
    return (counts.get(channel) ?? '0') !== '0' && (asked?.includes(channel) ?? true);
  });
}

/** The same, of these errors only. */
export const withCodes = (search: Search, codes: string[] | undefined): Search =>
  codes === undefined ? search : { ...search, errorCode: codes.join(',') };
