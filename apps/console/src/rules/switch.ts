import { useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { useToast } from '../ui/Toasts';
import { changeRule, type Rule } from './queries';
import { words as texts } from './words';

/** Switches rules on and off, at once; the toast takes it back. */
export function useSwitch() {
  const words = useWords(texts);
  const header = useTenantHeader();
  const toast = useToast();
  const { act, isBusy, failure } = useAct();
  const set = ({ id }: Rule, enabled: boolean) => act(() => changeRule(header, id, { enabled }));
  const switchTo = async (rule: Rule, enabled: boolean) => {
    if (!(await set(rule, enabled))) return;
    const text = enabled ? words.switchedOn(rule.name) : words.switchedOff(rule.name);
    toast(text, { undo: () => void set(rule, !enabled) });
  };
  return { switchTo, isBusy, failure };
}
