import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n';
import { Time } from '../time';
import { FactList } from '../ui/Facts';
import { Layer } from '../ui/Layer';
import { type Column, Table } from '../ui/Table';
import { type Difference, differencesOf, useActionText } from './entry-texts';
import styles from './Entry.module.css';
import type { Entry } from './queries';
import { SubjectLink } from './SubjectLink';
import { words } from './words';

/** All that an entry says, with the ways to what it is about and to what else was done. */
export function EntryLayer({ entry, onClose }: { entry: Entry | undefined; onClose: () => void }) {
  const t = useWords(words);
  const actionText = useActionText();
  return (
    <Layer title={entry ? actionText(entry) : t.entry} isOpen={entry !== undefined} onClose={onClose}>
      {entry && <Details entry={entry} />}
    </Layer>
  );
}

function Details({ entry }: { entry: Entry }) {
  const t = useWords(words);
  const { at, actor, address, action, subjectId, requestId, outcome } = entry;
  const columns: Column<Difference>[] = [
    { title: t.field, width: '30%', cell: ({ field }) => field, full: ({ field }) => field },
    { title: t.before, cell: ({ before }) => before, full: ({ before }) => before },
    { title: t.after, cell: ({ after }) => after, full: ({ after }) => after },
  ];
  const differences = differencesOf(entry);
  return (
    <>
      <FactList
        facts={[
          [t.when, <Time key="at" at={at} />],
          [t.who, <code key="actor">{actor}</code>],
          [t.address, address && <code>{address}</code>],
          [t.action, <code key="action">{action}</code>],
          [
            t.subject,
            subjectId && (
              <SubjectLink entry={entry}>
                <code>{subjectId}</code>
              </SubjectLink>
            ),
          ],
          [t.outcome, t.outcomes[outcome]],
          [t.request, requestId && <code>{requestId}</code>],
        ]}
      />
      {differences.length > 0 && (
        <div className={styles.changes}>
          <Table caption={t.change} rows={differences} columns={columns} idOf={({ field }) => field} minWidth={420} />
        </div>
      )}
      <p className={styles.ways}>
        {subjectId !== null && (
          <Link to="." search={{ subjectId, range: 'all' }}>
            {t.allOfSubject}
          </Link>
        )}
        {requestId !== null && (
          <Link to="." search={{ requestId, range: 'all' }}>
            {t.allOfRequest}
          </Link>
        )}
      </p>
    </>
  );
}
