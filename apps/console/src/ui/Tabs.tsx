import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

interface TabsProps<Name extends string> {
  label: string;
  tabs: { name: Name; text: string; count?: ReactNode }[];
  chosen: Name;
  onChange: (name: Name) => void;
}

/** Switches between views of the same thing; which one is chosen stands in the address. */
export function Tabs<Name extends string>({ label, tabs, chosen, onChange }: TabsProps<Name>) {
  return (
    <div className={styles.tabs} role="group" aria-label={label}>
      {tabs.map(({ name, text, count }) => (
        <button
          key={name}
          type="button"
          className={styles.tab}
          aria-pressed={chosen === name}
          onClick={() => onChange(name)}
        >
          {text}
          {count !== undefined && <span className={styles.count}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
