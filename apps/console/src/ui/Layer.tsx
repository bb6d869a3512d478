import { Dialog } from 'radix-ui';
import { type ReactNode, useRef } from 'react';
import styles from './Layer.module.css';

interface LayerProps {
  title: string;
  text?: string | undefined;
  isOpen: boolean;
  onClose: () => void;
  children: ReactNode;
}

/** A dialog over the page. Its title names what it is about; the focus goes back to where it came from. */
export function Layer({ title, text, isOpen, onClose, children }: LayerProps) {
  const opener = useRef<Element>(null);
  return (
    <Dialog.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Dialog.Portal>
        <Dialog.Overlay className={styles.behind} />
        <Dialog.Content
          className={styles.layer}
          onOpenAutoFocus={() => (opener.current = document.activeElement)}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (opener.current instanceof HTMLElement) opener.current.focus();
          }}
          {...(text === undefined ? { 'aria-describedby': undefined } : {})}
        >
          <Dialog.Title className={styles.title}>{title}</Dialog.Title>
          {text !== undefined && <Dialog.Description className={styles.text}>{text}</Dialog.Description>}
          {children}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
