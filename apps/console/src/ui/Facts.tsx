import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import styles from './Facts.module.css';

/** What something is, by name; what is missing is a dim dash. */
export function FactList({ facts }: { facts: [name: string, value: ReactNode][] }) {
  const { common } = useMessages();
  return (
    <dl className={styles.facts}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value === null || value === undefined || value === '' ? <span>{common.none}</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
