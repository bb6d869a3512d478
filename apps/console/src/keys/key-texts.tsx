import { useAccountList } from '../activities/queries';
import { useMessages, useWords } from '../i18n';
import { Time } from '../time';
import type { Key } from './queries';
import { words } from './words';

/** Whether a key is taken now. */
export function stateOf({ revokedAt, expiresAt }: Key): 'revoked' | 'expired' | 'active' {
  if (revokedAt !== null) return 'revoked';
  return expiresAt !== null && Date.parse(expiresAt) <= Date.now() ? 'expired' : 'active';
}

/** When it ended or will end. */
export function Ends({ of: key }: { of: Key }) {
  const t = useWords(words);
  const state = stateOf(key);
  const at = key.revokedAt ?? key.expiresAt;
  if (at === null) return t.never;
  return (
    <>
      {state !== 'active' && `${t[state]} `}
      <Time at={at} />
    </>
  );
}

/** To which part of the tenant it is bound, and to which networks. */
export function useScopeText(): (key: Key) => string {
  const { channels: names } = useMessages();
  const t = useWords(words);
  const accounts = useAccountList();
  return ({ channels, dispatchConfigIds, allowCidrs }) =>
    [
      ...(channels ?? []).map((channel) => names[channel]),
      ...(dispatchConfigIds ?? []).map((id) => accounts.find((account) => account.id === id)?.name ?? id),
      ...(allowCidrs ?? []),
    ].join(', ') || t.everything;
}
