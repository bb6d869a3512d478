import type { ReactNode } from 'react';
import styles from './Empty.module.css';

/** Why there is nothing to see here, and what to do about it. */
export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
