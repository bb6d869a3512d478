import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useTimeText, useZone } from '../time';
import { instantsOf, localTime } from '../time-zone';
import { Button } from '../ui/Button';
import fieldStyles from '../ui/Field.module.css';
import { Note } from '../ui/Note';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import styles from './Editor.module.css';
import { readLastAction } from './last-action';
import type { Evaluation } from './queries';
import { useRuleSentences } from './sentences';
import { words as texts } from './words';

const example = { action_type: 'send_reminder', provider: 'email', payload: { amount: 5 } };
const shown = (action: object) => JSON.stringify(action, null, 2);

/** Asks the draft what it would do with an action, now or at a time; nothing is sent. */
export function Try({ draft }: { draft: string }) {
  const { try: words } = useWords(texts);
  const { errors } = useMessages();
  const id = useId();
  const header = useTenantHeader();
  const zone = useZone();
  const [action, setAction] = useState(shown(example));
  const [isNow, setNow] = useState(true);
  const [time, setTime] = useState(() => localTime(new Date(), zone));
  const instants = isNow ? [] : instantsOf(time, zone);
  const given = objectIn(action);
  const timeProblem = isNow || time === '' || instants.length === 1 ? undefined : words.badTime;
  const actionProblem = given ? undefined : words.badJson;

  const evaluation = useMutation({
    mutationFn: (body: { action: object; at?: string; rules: string }) =>
      answerOf(api.POST('/api/rules/evaluate', { params: { header }, body })),
  });
  const last = useMutation({
    mutationFn: () => readLastAction(header),
    onSuccess: (found) => found && setAction(shown(found.action)),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!given || timeProblem !== undefined) return;
    const [at] = instants;
    evaluation.mutate({ action: given, rules: draft, ...(at ? { at: at.toISOString() } : {}) });
  };
  const loaded = last.isSuccess && (last.data ? (last.data.isAsSent ? words.asSent : words.puzzled) : words.noReal);
  const error = evaluation.error ?? last.error;

  return (
    <Section title={words.title}>
      <form className={fieldStyles.form} onSubmit={submit}>
        <div className={`${fieldStyles.field} ${fieldStyles.code}`}>
          <label htmlFor={`${id}-action`}>{words.action}</label>
          <textarea
            id={`${id}-action`}
            rows={9}
            required
            spellCheck={false}
            value={action}
            aria-invalid={actionProblem !== undefined}
            aria-describedby={`${id}-said`}
            onChange={({ target }) => setAction(target.value)}
          />
          <p id={`${id}-said`} role="status" className={actionProblem ? fieldStyles.problem : fieldStyles.help}>
            {actionProblem ?? loaded}
          </p>
        </div>
        <div className={fieldStyles.field}>
          <label htmlFor={`${id}-at`}>{words.at}</label>
          <select
            id={`${id}-at`}
            value={isNow ? 'now' : 'time'}
            onChange={({ target }) => setNow(target.value === 'now')}
          >
            <option value="now">{words.now}</option>
            <option value="time">{words.aTime}</option>
          </select>
        </div>
        {!isNow && (
          <div className={fieldStyles.field}>
            <label htmlFor={`${id}-time`}>{words.time(zone)}</label>
            <input
              id={`${id}-time`}
              type="datetime-local"
              required
              value={time}
              aria-invalid={timeProblem !== undefined}
              aria-describedby={`${id}-time-problem`}
              onChange={({ target }) => setTime(target.value)}
            />
            <p id={`${id}-time-problem`} role="status" className={fieldStyles.problem}>
              {timeProblem}
            </p>
          </div>
        )}
        <div className={fieldStyles.buttons}>
          <Button type="submit" disabled={evaluation.isPending}>
            {words.submit}
          </Button>
          <Button disabled={last.isPending} onClick={() => last.mutate()}>
            {words.load}
          </Button>
        </div>
      </form>
      {error && <ProblemNote error={error} title={errors.action} />}
      <div role="status" className={styles.decision}>
        {evaluation.data && <Answer evaluation={evaluation.data} />}
      </div>
    </Section>
  );
}

/** What was decided, and what each rule said until one matched. */
function Answer({ evaluation: { verdict, scheduledFor, trace } }: { evaluation: Evaluation }) {
  const { try: words } = useWords(texts);
  const sentences = useRuleSentences();
  const timeText = useTimeText();
  return (
    <>
      <Note kind="info">
        <strong>{words.decision(sentences.verdict(verdict))}</strong>{' '}
        {scheduledFor !== null && words.sentAt(timeText(scheduledFor))}
      </Note>
      {trace.length === 0 ? (
        <p>{words.noRules}</p>
      ) : (
        <ol className={styles.trace} aria-label={words.trace}>
          {trace.map(({ rule, priority, outcome, error, expression }) => (
            <li key={rule}>
              <span>
                {rule} <span className={styles.dim}>{priority}</span>
              </span>
              <span className={outcomeLooks[outcome]}>{words.outcomes[outcome]}</span>
              {error !== null && <span className={styles.failed}>{error}</span>}
              {expression !== '' && <code>{expression}</code>}
            </li>
          ))}
        </ol>
      )}
    </>
  );
}

const outcomeLooks = {
  MATCHED: styles.matched,
  NOT_MATCHED: styles.dim,
  FAILED: styles.failed,
  DISABLED: styles.dim,
};

function objectIn(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}
