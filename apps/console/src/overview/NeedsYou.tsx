import { Link } from '@tanstack/react-router';
import type { Overview } from '../api';
import { CirclePause, CircleX, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { useHealth } from '../configs/queries';
import { useMessages, useWords } from '../i18n';
import { useTenant } from '../session/tenant';
import { useRelative, useTimeText } from '../time';
import { cappedText } from './capped';
import styles from './Overview.module.css';
import { words } from './words';
import { usePreferences } from '../preferences';

interface Need {
  key: string;
  icon: ReactNode;
  text: string;
  to: string;
  id?: string;
  search: Record<string, string>;
}

/** What does not go on by itself, each with where to see to it. */
export function NeedsYou({ overview }: { overview: Overview }) {
  const text = useWords(words);
  const { errorCodes } = useMessages();
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const { data: health } = useHealth();
  const timeText = useTimeText();
  const relative = useRelative();
  const accounts = (health ?? []).flatMap(({ id, name, state, outage, queued }): Need[] => {
    const to = '/t/$tenant/configs/$id';
    if (state === 'DOWN' && outage) {
      const probe = outage.probeAt === null ? '' : relative(outage.probeAt);
      return [
        { key: id, icon: down, text: text.down(name, timeText(outage.since), queued, probe), to, id, search: {} },
      ];
    }
    if (state === 'MISCONFIGURED' && outage) {
      return [{ key: id, icon: down, text: text.misconfigured(name, outage.message), to, id, search: {} }];
    }
    if (state === 'PAUSED' && queued > 0) {
      return [{ key: id, icon: paused, text: text.paused(name, queued), to, id, search: {} }];
    }
    return [];
  });
  const { unresolved } = overview.open;
  const why = Object.entries(overview.unresolvedBy)
    .map(([code, count]) => `${errorCodes[code] ?? code} (${count})`)
    .join(', ');
  const needs: Need[] = [
    ...accounts,
    ...(unresolved > 0
      ? [
          {
            key: 'unresolved',
            icon: warning,
            text: text.unresolved(cappedText(unresolved, language), why),
            to: '/t/$tenant/activities',
            search: { status: 'UNRESOLVED', range: 'all' },
          },
        ]
      : []),
  ];
  return (
    <section className={styles.needs} aria-label={text.needsYou}>
      <h2>{text.needsYou}</h2>
      {needs.length === 0 && <p className={styles.dim}>{text.nothingNeedsYou}</p>}
      <ul>
        {needs.map(({ key, icon, text: sentence, to, id, search }) => (
          <li key={key}>
            {icon}
            <span>{sentence}</span>
            <Link to={to} params={{ tenant, id }} search={search} aria-label={`${text.open}: ${sentence}`}>
              {text.open}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const down = <CircleX size={16} className={styles.bad} aria-hidden />;
const paused = <CirclePause size={16} className={styles.dim} aria-hidden />;
const warning = <TriangleAlert size={16} className={styles.warning} aria-hidden />;
