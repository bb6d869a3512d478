import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { answerOf, api, type Status } from '../../api';
import { useMessages, useWords } from '../../i18n';
import { usePreferences } from '../../preferences';
import type { Search } from '../../search';
import { useTenant, useTenantHeader } from '../../session/tenant';
import { Button } from '../../ui/Button';
import { Note } from '../../ui/Note';
import { statuses } from '../filters';
import { useStatusCounts } from '../queries';
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
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    place.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  if (state === 'idle') return null;
  const label = text.progress(done.toLocaleString(language), total.toLocaleString(language));
  return (
    <div className={styles.progress} ref={place}>
      <div className={styles.told} role="status">
        <p className={styles.bar}>
          <progress value={done + left} max={Math.max(total, 1)} aria-label={label} />
          <span>{label}</span>
          {state === 'running' && <Button onClick={onStop}>{text.stop}</Button>}
        </p>
        {state === 'stopped' && <Note kind="warning">{text.stopped}</Note>}
        {(state === 'done' || (state === 'stopped' && made.length > 0)) && (
          <Note kind="info">{text.done[kind](done)}</Note>
        )}
        {Object.entries(skipped).map(([code, count]) => (
          <p key={code}>{text.skipped(count, skips[code] ?? errorCodes[code] ?? code)}</p>
        ))}
      </div>
      {state !== 'running' && made.length > 0 && (
        <>
          <Undo onUndo={onUndo} />
          <Made ids={made} />
        </>
      )}
    </div>
  );
}

/** What is shown of each, be there any or none. */
const usual: readonly Status[] = ['READY', 'DISPATCHED', 'FAILED'];

/** What was redriven while the copies were made: a list of it, and what has become of it by now. @param ids in the order in which they were made */
function Made({ ids }: { ids: string[] }) {
  const text = useWords(words);
  const header = useTenantHeader();
  const { data: times } = useQuery({
    queryKey: ['made', header, ids[0], ids.at(-1)],
    queryFn: async () => {
      const made = [ids[0] ?? '', ids.at(-1) ?? ''].map((id) =>
        answerOf(api.GET('/api/activities/{id}', { params: { path: { id }, header } })),
      );
      const [first, last] = (await Promise.all(made)).map(({ createdAt }) => createdAt);
      return { createdFrom: first, createdTo: last };
    },
    staleTime: Infinity,
  });
  return times && <Became search={{ origin: 'REDRIVE', ...times }} title={text.became} />;
}

function Became({ search, title }: { search: Search; title: string }) {
  const text = useWords(words);
  const { statuses: names } = useMessages();
  const { code: tenant } = useTenant();
  const counts = useStatusCounts(search, 5000);
  const shown = statuses.filter((status) => usual.includes(status) || (counts.get(status) ?? '0') !== '0');
  return (
    <>
      <p>
        <Link to="/t/$tenant/activities" params={{ tenant }} search={search} target="_blank">
          {text.see}
        </Link>
      </p>
      {counts.size > 0 && (
        <p className={styles.became}>
          {title}
          {shown.map((status) => (
            <Link
              key={status}
              to="/t/$tenant/activities"
              params={{ tenant }}
              search={{ ...search, status }}
              target="_blank"
            >
              {names[status]} {counts.get(status)}
            </Link>
          ))}
        </p>
      )}
    </>
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
