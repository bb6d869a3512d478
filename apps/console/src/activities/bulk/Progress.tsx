import { useEffect, useState } from 'react';
import { useMessages, useWords } from '../../i18n';
import { usePreferences } from '../../preferences';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import styles from './Bulk.module.css';
import type { useBulkRun } from './run';
import type { BulkKind } from './what';
import { words } from './words';

interface ProgressProps {
  kind: BulkKind;
  progress: ReturnType<typeof useBulkRun>['progress'];
  onStop: () => void;
  onUndo: () => void;
}

/** For so many seconds what was made may be canceled at once. */
const undoSeconds = 30;

/** How far it is, and what became of it. */
export function Progress({ kind, progress, onStop, onUndo }: ProgressProps) {
  const text = useWords(words);
  const { errorCodes } = useMessages();
  const { language } = usePreferences();
  const { state, total, done, skipped, made } = progress;
  const skips: Record<string, string | undefined> = text.skips;
  const left = Object.values(skipped).reduce((sum, count) => sum + count, 0);
  if (state === 'idle') return null;
  const label = text.progress(done.toLocaleString(language), total.toLocaleString(language));
  return (
    <div className={styles.progress} role="status">
      <p className={styles.bar}>
        <progress value={done + left} max={Math.max(total, 1)} aria-label={label} />
        <span>{label}</span>
        {state === 'running' && <Button onClick={onStop}>{text.stop}</Button>}
      </p>
      {state === 'stopped' && <Note kind="warning">{text.stopped}</Note>}
      {state === 'done' && <Note kind="info">{text.done[kind](done)}</Note>}
      {Object.entries(skipped).map(([code, count]) => (
        <p key={code}>{text.skipped(count, skips[code] ?? errorCodes[code] ?? code)}</p>
      ))}
      {state !== 'running' && made.length > 0 && <Undo onUndo={onUndo} />}
    </div>
  );
}

function Undo({ onUndo }: { onUndo: () => void }) {
  const text = useWords(words);
  const [left, setLeft] = useState(undoSeconds);
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => seconds - 1), 1000);
    return () => clearInterval(timer);
  }, []);
  if (left <= 0) return null;
  return (
    <p>
      <Button onClick={onUndo}>{text.undo(left)}</Button>
    </p>
  );
}
