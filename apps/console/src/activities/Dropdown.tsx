import { Popover } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from '../ui/Button';
import styles from './Activities.module.css';

interface DropdownProps {
  label: string;
  /** What is before the label on the button. */
  mark?: string;
  align: 'start' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  children: ReactNode;
}

/** A button, and what it opens below it. */
export function Dropdown({ label, mark = '', align, children, ...state }: DropdownProps) {
  const { isOpen, onOpenChange } = state;
  return (
    <Popover.Root {...(isOpen !== undefined && { open: isOpen })} {...(onOpenChange !== undefined && { onOpenChange })}>
      <Popover.Trigger asChild>
        <Button kind="quiet">
          {mark}
          {label}
        </Button>
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Content className={styles.popover} align={align} aria-label={label}>
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
