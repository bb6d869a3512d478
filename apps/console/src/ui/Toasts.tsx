import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import styles from './Toasts.module.css';

interface ToastOptions {
  /** Does the opposite: offered for ten seconds. */
  undo?: () => void;
}

type ShowToast = (text: string, options?: ToastOptions) => void;

const ToastContext = createContext<ShowToast>(() => undefined);

/** Tells what was done, for six seconds, politely. Errors do not come here: they stay where they happened. */
export function useToast(): ShowToast {
  return useContext(ToastContext);
}

export function WithToasts({ children }: { children: ReactNode }) {
  const { common } = useMessages();
  const [toasts, setToasts] = useState<({ id: number; text: string } & ToastOptions)[]>([]);
  const drop = useCallback((id: number) => setToasts((shown) => shown.filter((toast) => toast.id !== id)), []);
  const show = useCallback<ShowToast>(
    (text, { undo } = {}) => {
      const toast = { id: performance.now(), text, ...(undo && { undo }) };
      setToasts((shown) => [...shown.slice(-2), toast]);
      setTimeout(() => drop(toast.id), undo ? 10_000 : 6000);
    },
    [drop],
  );
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.toasts} role="status">
        {toasts.map(({ id, text, undo }) => (
          <div key={id} className={styles.toast}>
            <p>{text}</p>
            {undo && (
              <Button
                kind="quiet"
                className={styles.undo}
                onClick={() => {
                  drop(id);
                  undo();
                }}
              >
                {common.undo}
              </Button>
            )}
          </div>
        ))}
      </div>
    </ToastContext>
  );
}
