import { useState } from 'react';
import type { Preview } from '../api';
import { useMessages, useWords } from '../i18n';
import { useAct } from '../ui/act';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import styles from './Configs.module.css';
import { words as allWords } from './words';

interface PreviewPanelProps {
  /** @throws ApiError */
  preview: () => Promise<Preview>;
  refusal: string | undefined;
}

/** What would be sent, without a call. */
export function PreviewPanel({ preview, refusal }: PreviewPanelProps) {
  const words = useWords(allWords);
  const { errors } = useMessages();
  const { isBusy, failure, act } = useAct();
  const [shown, setShown] = useState<Preview>();
  return (
    <div className={styles.panel}>
      <div className={styles.row}>
        <Button
          disabled={isBusy}
          refusal={refusal}
          onClick={() => {
            setShown(undefined);
            void act(async () => setShown(await preview()));
          }}
        >
          {words.preview}
        </Button>
      </div>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      <div role="status">{shown && <Previewed preview={shown} />}</div>
    </div>
  );
}

function Previewed({ preview: { request, error, warnings, segments } }: { preview: Preview }) {
  const words = useWords(allWords);
  const call = request && [
    `${request.method} ${request.url}`,
    ...Object.entries(request.headers).map(([name, value]) => `${name}: ${value}`),
    '',
    request.body ?? '',
  ];
  return (
    <div className={styles.outcome}>
      {error && (
        <Note kind="warning">
          {error.variable === null ? error.message : words.previewFailed(error.variable)} <code>{error.code}</code>
        </Note>
      )}
      {!error && !call && <p>{words.previewNone}</p>}
      {segments && <p>{words.segments(segments.encoding, segments.count)}</p>}
      {call && <Body title={words.previewTitle} text={call.join('\n')} isOpen />}
      <Warnings warnings={warnings} />
    </div>
  );
}

/** What of the templates will probably fail for some activities. */
export function Warnings({ warnings }: { warnings: Preview['warnings'] }) {
  if (warnings.length === 0) return null;
  return (
    <Note kind="warning">
      <ul>
        {warnings.map(({ field, message }) => (
          <li key={field + message}>
            <code>{field}</code> {message}
          </li>
        ))}
      </ul>
    </Note>
  );
}
