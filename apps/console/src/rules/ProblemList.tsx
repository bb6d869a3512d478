import { useWords } from '../i18n';
import styles from './Editor.module.css';
import type { RuleProblem } from './queries';
import { words as texts } from './words';

interface ProblemListProps {
  problems: RuleProblem[];
  /** Leads to the place in the text. */
  onGo: (line: number, column: number) => void;
}

/** What is wrong with a file, each leading to where it is. */
export function ProblemList({ problems, onGo }: ProblemListProps) {
  const { editor: words } = useWords(texts);
  if (problems.length === 0) return null;
  return (
    <ol className={styles.problems} aria-label={words.problemList}>
      {problems.map(({ rule, field, line, column, message }, index) => (
        <li key={index}>
          <button type="button" onClick={() => onGo(line ?? 1, column ?? 1)}>
            <span className={styles.place}>{words.line(line ?? 1)}</span> {rule !== null && <strong>{rule}</strong>}{' '}
            <code>{field.replace(/^rules\[\d+\]\./, '')}</code> {message}
          </button>
        </li>
      ))}
    </ol>
  );
}
