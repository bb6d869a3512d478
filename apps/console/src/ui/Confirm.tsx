import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import styles from './Field.module.css';
import { Layer } from './Layer';

interface ConfirmProps {
  /** Names the object. */
  title: string;
  text?: string;
  /** The verb. */
  action: string;
  isOpen: boolean;
  isBusy: boolean;
  onClose: () => void;
  onConfirm: () => void;
  /** Has to be typed first: a number above 100, or a name. */
  typed?: string | undefined;
  /** Whether what is done can be undone. */
  isHarmless?: boolean;
  children?: ReactNode;
}

/** Asks before what cannot be undone. */
export function Confirm(props: ConfirmProps) {
  const { title, text, action, isOpen, isBusy, onClose, onConfirm, typed, isHarmless = false, children } = props;
  const { common } = useMessages();
  const [written, setWritten] = useState('');
  const id = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // To React it is inside of the form whose button asked.
    event.stopPropagation();
    onConfirm();
  };
  return (
    <Layer title={title} text={text} isOpen={isOpen} onClose={onClose}>
      <form className={styles.form} onSubmit={submit}>
        {children}
        {typed !== undefined && (
          <div className={styles.field}>
            <label htmlFor={id}>{common.type(typed)}</label>
            <input id={id} autoComplete="off" value={written} onChange={({ target }) => setWritten(target.value)} />
          </div>
        )}
        <div className={styles.answers}>
          <Button onClick={onClose}>{common.close}</Button>
          <Button
            kind={isHarmless ? 'primary' : 'danger'}
            type="submit"
            disabled={isBusy || (typed !== undefined && written.trim() !== typed)}
          >
            {action}
          </Button>
        </div>
      </form>
    </Layer>
  );
}
