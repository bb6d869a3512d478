import { createContext, type ReactNode, useCallback, useContext, useState } from 'react';
import styles from './Toasts.module.css';

const ToastContext = createContext<(text: string) => void>(() => undefined);

/** Tells what was done, for six seconds, politely. Errors do not come here: they stay where they happened. */
export function useToast(): (text: string) => void {
  return useContext(ToastContext);
}

export function WithToasts({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<{ id: number; text: string }[]>([]);
  const show = useCallback((text: string) => {
    const toast = { id: performance.now(), text };
    setToasts((shown) => [...shown.slice(-2), toast]);
    setTimeout(() => setToasts((shown) => shown.filter(({ id }) => id !== toast.id)), 6000);
  }, []);
  return (
    <ToastContext value={show}>
      {children}
      <div className={styles.toasts} role="status">
        {toasts.map(({ id, text }) => (
          <p key={id} className={styles.toast}>
            {text}
          </p>
        ))}
      </div>
    </ToastContext>
  );
}
