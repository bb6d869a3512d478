import type { ActivityDetail, Channel } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { Body } from '../ui/Body';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import { type Draft, requestOf, sampleOf } from './draft';
import styles from './NewActivity.module.css';
import { useChannelAccount, usePreview } from './queries';
import { words } from './words';

interface PreviewProps {
  draft: Draft;
  configs: { id: string; channel: Channel }[];
  idempotencyKey: string;
}

type Chosen = NonNullable<ActivityDetail['dispatchConfig']>;

/** What would be made of the form: the account, the call to its provider, and the call that makes the activity. */
export function Preview({ draft, configs, idempotencyKey }: PreviewProps) {
  const text = useWords(words);
  const { data: account, error, refetch } = useChannelAccount(configs, draft.channel);
  const request = requestOf(draft);
  return (
    <section className={styles.preview} aria-label={text.preview}>
      <h2>{text.preview}</h2>
      {draft.channel === '' && <p className={styles.help}>{text.chooseFirst}</p>}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {account === null && <Note kind="warning">{text.noneUsable}</Note>}
      {account && (
        <>
          <p>{text.chosen[account.reason ?? 'PINNED'](account.name)}</p>
          <Call account={account} sample={request && sampleOf(draft, request)} />
        </>
      )}
      {request && <Body title={text.curl} text={curlOf(request, idempotencyKey)} isOpen />}
    </section>
  );
}

/** The call to the provider, with credentials as dots. */
function Call({ account, sample }: { account: Chosen; sample: Record<string, unknown> | undefined }) {
  const text = useWords(words);
  const { common } = useMessages();
  const refusal = useRefusal()('POST /api/dispatch-configs/preview');
  const { data, error } = usePreview(refusal === undefined ? account.id : undefined, sample);
  if (refusal !== undefined) return <p className={styles.help}>{`${text.noPreview}. ${refusal}.`}</p>;
  if (error) return <ProblemNote error={error} title={text.noPreview} />;
  if (!data) return <p className={styles.help}>{common.loading}</p>;
  const { request, error: failure, warnings, segments } = data;
  return (
    <>
      {failure && <Note kind="error">{text.failed(failure.message)}</Note>}
      {warnings.map(({ field, message }) => (
        <Note key={field + message} kind="warning">
          <code>{field}</code> {message}
        </Note>
      ))}
      {segments && <p>{text.segments(segments.count, segments.encoding)}</p>}
      {request && (
        <Body title={text.call(request.method, request.url)} text={callText(request.headers, request.body)} isOpen />
      )}
      {!request && !failure && <p className={styles.help}>{text.cannotTell}</p>}
      {request && <p className={styles.help}>{text.sample}</p>}
    </>
  );
}

function callText(headers: Record<string, string>, body: string | null): string {
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
  return [...lines, '', pretty(body ?? '')].join('\n');
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body; // a form, or XML
  }
}

function curlOf(request: object, key: string): string {
  const { origin } = location;
  const body = JSON.stringify(request, null, 2).replaceAll("'", String.raw`'\''`);
  return [
    `curl ${origin}/api/activities`,
    "-H 'x-api-key: erk_…'",
    "-H 'content-type: application/json'",
    `-H 'idempotency-key: ${key}'`,
    `-d '${body}'`,
  ].join(' \\\n  ');
}
