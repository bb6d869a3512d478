import { useState } from 'react';
import { useMessages } from '../i18n';
import styles from './Body.module.css';
import { Button } from './Button';
import { useCopy } from './copy';
import { prettyJson } from './pretty-json';

interface BodyProps {
  title: string;
  text: string;
  isOpen?: boolean;
}

/** What a provider answered or was asked, a payload, a file: as text, never as HTML, JSON on lines; wrapped or not, and copied as it is. */
export function Body({ title, text, isOpen = false }: BodyProps) {
  const { detail, common } = useMessages();
  const [isWrapped, setWrapped] = useState(true);
  const copy = useCopy();
  return (
    <details className={styles.body} open={isOpen}>
      <summary>{title}</summary>
      <div className={styles.tools}>
        <label>
          <input type="checkbox" checked={isWrapped} onChange={(event) => setWrapped(event.target.checked)} />
          {detail.wrap}
        </label>
        <Button kind="quiet" onClick={() => copy(text)}>
          {common.copy}
        </Button>
      </div>
      <pre data-wrapped={isWrapped} tabIndex={0}>
        {prettyJson(text)}
      </pre>
    </details>
  );
}
