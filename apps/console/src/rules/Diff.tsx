import { useWords } from '../i18n';
import { type DiffLine, diffLines } from './diff';
import styles from './Rules.module.css';
import { words as texts } from './words';

/** Lines around a change that are shown with it. */
const around = 2;

const signs = { same: ' ', added: '+', removed: '−' };

/** What is removed and added from one text to another, with some lines around. */
export function Diff({ before, after }: { before: string; after: string }) {
  const { diff: words } = useWords(texts);
  const lines = diffLines(before, after);
  if (lines.every(({ kind }) => kind === 'same')) return <p>{words.same}</p>;
  const said = { same: undefined, added: words.added, removed: words.removed };
  return (
    <div className={styles.diff} role="region" aria-label={words.label} tabIndex={0}>
      {hunksOf(lines).map((hunk, index) =>
        typeof hunk === 'number' ? (
          <p key={index} className={styles.hidden}>
            {words.hidden(hunk)}
          </p>
        ) : (
          <pre key={index} className={styles[hunk.kind]}>
            <span aria-hidden>{signs[hunk.kind]} </span>
            {said[hunk.kind] !== undefined && <span className="visually-hidden">{said[hunk.kind]} </span>}
            {hunk.text}
          </pre>
        ),
      )}
    </div>
  );
}

/** The lines near a change, and in the place of the others how many they are. */
function hunksOf(lines: DiffLine[]): (DiffLine | number)[] {
  const isNear = lines.map(() => false);
  for (const [index, { kind }] of lines.entries()) {
    if (kind === 'same') continue;
    for (let near = Math.max(0, index - around); near <= index + around; near += 1) isNear[near] = true;
  }
  const hunks: (DiffLine | number)[] = [];
  for (const [index, line] of lines.entries()) {
    const last = hunks.at(-1);
    if (isNear[index]) hunks.push(line);
    else if (typeof last === 'number') hunks[hunks.length - 1] = last + 1;
    else hunks.push(1);
  }
  return hunks;
}
