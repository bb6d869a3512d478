import { useWords } from '../i18n';
import { peopleWords } from '../commerces/people-words';
import type { Targets } from './queries';
import { words } from './words';

/** Whom targets find, as one sentence: `Everybody who is “Orders”, else the owner`. */
export function useTargetSentence(): (targets: Targets) => string {
  const t = useWords(words);
  const { roles } = useWords(peopleWords);
  return ({ strategy, criteria, fallbackToCommerceRep, fallbackToOwner }) => {
    if (strategy === 'MANUAL') return t.byHand;
    const inOrder = [...criteria].sort((one, other) => one.priority - other.priority);
    const found = inOrder.map(({ type, config: { role, withinDays } }) => {
      if (type === 'ROLE_MATCH') return t.role(role ? roles[role] : '');
      return type === 'LAST_CONTACTED_ALL_CHANNELS' ? t.lastContacted(withinDays) : t.lastContactedSame(withinDays);
    });
    return t.sentence([...found, ...(fallbackToCommerceRep ? [t.rep] : []), ...(fallbackToOwner ? [t.owner] : [])]);
  };
}
