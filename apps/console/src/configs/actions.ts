import { answerOf, api, type ConfigHealth } from '../api';
import { useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { useToast } from '../ui/Toasts';
import { prioritiesFor, substituteOf } from './order-of-use';
import { words as allWords } from './words';

/** What is done to accounts at once, and undone by the toast. @param all of the tenant, in the order of use */
export function useAccountActions(all: ConfigHealth[]) {
  const words = useWords(allWords);
  const header = useTenantHeader();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();

  const change = (id: string, body: { isActive: boolean } | { priority: number }) =>
    answerOf(api.PATCH('/api/dispatch-configs/{id}', { params: { path: { id }, header }, body }));

  const setActive = (account: ConfigHealth, isActive: boolean) =>
    act(async () => {
      await change(account.id, { isActive });
      const { name, queued } = account;
      const other = substituteOf(account, all)?.name;
      const paused = other === undefined ? words.pausedWaiting(name, queued) : words.pausedFor(name, other);
      toast(isActive ? words.resumed(name) : paused, {
        undo: () => void act(() => change(account.id, { isActive: !isActive })),
      });
    });

  /** @param priorities by account */
  const putBefore = (account: ConfigHealth, other: ConfigHealth, priorities: (id: string) => number) =>
    act(async () => {
      const rest = all.filter(({ channel, id }) => channel === account.channel && id !== account.id);
      const inOrder = rest.flatMap((one) => (one.id === other.id ? [account, other] : [one]));
      const before = inOrder.map(({ id }) => ({ id, priority: priorities(id) }));
      const changed = prioritiesFor(before);
      const set = async (wanted: typeof changed) => {
        for (const { id, priority } of wanted) await change(id, { priority });
      };
      await set(changed);
      const undone = changed.map(({ id }) => ({ id, priority: priorities(id) }));
      toast(words.usedBefore(account.name, other.name), { undo: () => void act(() => set(undone)) });
    });

  return { isBusy, failure, setActive, putBefore };
}
