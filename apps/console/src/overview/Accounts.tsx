import { Link } from '@tanstack/react-router';
import { HealthChip } from '../configs/HealthChip';
import { useHealth } from '../configs/queries';
import { useMessages, useWords } from '../i18n';
import { usePreferences } from '../preferences';
import { useTenant } from '../session/tenant';
import { durationText } from '../time';
import { Table } from '../ui/Table';
import styles from './Overview.module.css';
import { words } from './words';

/** How each account does. */
export function Accounts() {
  const text = useWords(words);
  const { channels } = useMessages();
  const { language } = usePreferences();
  const { code: tenant } = useTenant();
  const { data } = useHealth();
  if (!data) return null;
  if (data.length === 0) return <p className={styles.dim}>{text.noAccounts}</p>;
  return (
    <Table
      caption={text.accounts}
      rows={data}
      idOf={({ id }) => id}
      columns={[
        { title: text.state, width: '160px', cell: ({ state }) => <HealthChip state={state} /> },
        {
          title: text.account,
          cell: ({ name }) => (
            <Link data-row to="/t/$tenant/providers" params={{ tenant }}>
              {name}
            </Link>
          ),
        },
        { title: text.channel, cell: ({ channel }) => channels[channel] },
        {
          title: text.perMinute,
          isNumber: true,
          width: '96px',
          cell: ({ attempts }) => (attempts / 60).toLocaleString(language, { maximumFractionDigits: 1 }),
        },
        {
          title: text.p95,
          isNumber: true,
          width: '96px',
          cell: ({ p95Ms }) => (p95Ms === null ? null : durationText(p95Ms)),
        },
        {
          title: text.failing,
          isNumber: true,
          width: '80px',
          cell: ({ attempts, failures }) =>
            attempts === 0
              ? null
              : (failures / attempts).toLocaleString(language, { style: 'percent', maximumFractionDigits: 1 }),
        },
        { title: text.queued, isNumber: true, width: '96px', cell: ({ queued }) => queued.toLocaleString(language) },
      ]}
    />
  );
}
