import { useState } from 'react';
import { useMessages } from '../i18n';
import { Button } from './Button';
import { useCopy } from './copy';
import styles from './Field.module.css';
import { Layer } from './Layer';

interface SecretOnceProps {
  title: string;
  /** What it is for, and that it cannot be had again. */
  text: string;
  secret: string;
  onClose: () => void;
}

/** A secret that is shown this once: the dialog does not close before the reader says that it is stored. */
export function SecretOnce({ title, text, secret, onClose }: SecretOnceProps) {
  const { common } = useMessages();
  const copy = useCopy();
  const [isStored, setStored] = useState(false);
  return (
    <Layer title={title} text={text} isOpen onClose={() => isStored && onClose()}>
      <div className={styles.form}>
        <div className={styles.secret}>
          <code>{secret}</code>
          <Button onClick={() => copy(secret)}>{common.copy}</Button>
        </div>
        <label className={styles.check}>
          <input type="checkbox" checked={isStored} onChange={({ target }) => setStored(target.checked)} />
          {common.stored}
        </label>
        <div className={styles.answers}>
          <Button kind="primary" disabled={!isStored} onClick={onClose}>
            {common.close}
          </Button>
        </div>
      </div>
    </Layer>
  );
}
