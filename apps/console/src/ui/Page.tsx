import type { ReactNode } from 'react';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** Before the title, such as the status. */
  mark?: ReactNode;
  /** Beside the title: how many there are, what it is of. */
  aside?: ReactNode;
  /** What may be done here; at most one primary button. */
  actions?: ReactNode;
  /** The link to where one came from. */
  back?: ReactNode;
  children: ReactNode;
}

/** A screen: its title, what may be done, and what it shows. */
export function Page({ title, mark, aside, actions, back, children }: PageProps) {
  return (
    <>
      <title>{`${title} · Errand`}</title>
      {back !== undefined && <p className={styles.back}>{back}</p>}
      <div className={styles.head}>
        {mark}
        <h1>{title}</h1>
        {aside !== undefined && <span className={styles.aside}>{aside}</span>}
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </>
  );
}

/** A part of a screen under a heading of its own. */
export function Section({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <div className={styles.head}>
        <h2>{title}</h2>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
      </div>
      {children}
    </section>
  );
}
