import type { ReactNode } from 'react';
import styles from './Note.module.css';

/** A sentence that answers or warns, with the rule at its side. */
export function Note({ kind, children }: { kind: 'info' | 'warning' | 'error'; children: ReactNode }) {
  return (
    <div className={`${styles.note} ${styles[kind]}`} role={kind === 'error' ? 'alert' : undefined}>
      {children}
    </div>
  );
}
