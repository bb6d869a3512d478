import type { ReactNode } from 'react';
import styles from './Toolbar.module.css';

/** What narrows or switches what is below it: fields, choices, buttons. */
export function Toolbar({ children }: { children: ReactNode }) {
  return <div className={styles.toolbar}>{children}</div>;
}
