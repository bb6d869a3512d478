import type { ComponentProps } from 'react';
import styles from './Button.module.css';

interface ButtonProps extends ComponentProps<'button'> {
  /** `primary`: the one thing that a page is for; `danger`: it cannot be undone. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  /** Why it cannot be pressed, such as the permission that is missing: shown, and read out. */
  refusal?: string | undefined;
}

export function Button({ kind = 'plain', refusal, className = '', disabled, title, ...rest }: ButtonProps) {
  return (
    <button
      type="button"
      className={`${styles.button} ${styles[kind]} ${className}`}
      disabled={disabled === true || refusal !== undefined}
      title={refusal ?? title}
      {...rest}
    />
  );
}
