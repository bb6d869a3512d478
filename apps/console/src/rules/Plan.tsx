import { useWords } from '../i18n';
import type { ImportPlan } from './queries';
import styles from './Rules.module.css';
import { words as texts } from './words';

const kinds = ['CREATED', 'CHANGED', 'DELETED'] as const;

/** How many rules an import would make other than they are. */
export function changesOf({ created, updated, deleted }: ImportPlan): number {
  return created + updated + deleted;
}

/** What an import would do: how many rules are new, changed and deleted, and which. */
export function Plan({ plan }: { plan: ImportPlan }) {
  const words = useWords(texts);
  if (changesOf(plan) === 0) return <p>{words.nothingChanges}</p>;
  const named = kinds.map((kind) => ({
    kind,
    rules: (plan.changes ?? []).filter(({ change }) => change === kind).map(({ rule }) => rule),
  }));
  return (
    <ul className={styles.plan}>
      {named
        .filter(({ rules }) => rules.length > 0)
        .map(({ kind, rules }) => (
          <li key={kind}>
            <strong>{words.plan[kind](rules.length)}</strong> {rules.join(', ')}
          </li>
        ))}
    </ul>
  );
}
