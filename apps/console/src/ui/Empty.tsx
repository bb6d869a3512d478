import type { ReactNode } from 'react';
import { useMessages } from '../i18n';
import styles from './Empty.module.css';

interface EmptyProps {
  title: string;
  /** What it would be that is not there. */
  about?: string | undefined;
  /** How to make the first one. */
  first?: string | undefined;
  /** Why the key may not make one: said in place of how to. */
  refusal?: string | undefined;
  children?: ReactNode;
}

/** Why there is nothing to see here, and what to do about it. */
export function Empty({ title, about, first, refusal, children }: EmptyProps) {
  const { common } = useMessages();
  const next = refusal === undefined ? first : common.mayMakeNone(refusal);
  return (
    <section className={styles.empty}>
      <h2>{title}</h2>
      {about !== undefined && <p>{about}</p>}
      {next !== undefined && <p>{next}</p>}
      {children}
    </section>
  );
}
