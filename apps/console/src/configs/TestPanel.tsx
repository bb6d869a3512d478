import { Check, X } from 'lucide-react';
import { useState } from 'react';
import { useForm } from 'react-hook-form';
import type { Channel, TestCall, TestRecipient } from '../api';
import { useMessages, useWords } from '../i18n';
import { durationText } from '../time';
import { useAct } from '../ui/act';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { SelectField, TextField } from '../ui/Field';
import { tellFields } from '../ui/Form';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import { addressesOf } from './channels';
import styles from './Configs.module.css';
import { words as allWords } from './words';

interface TestPanelProps {
  channel: Channel;
  /** Whether a person gets the message, so that one has to be named. */
  addressesPerson: boolean;
  /** Makes the one call. @throws ApiError */
  send: (recipient: TestRecipient | undefined) => Promise<TestCall>;
  refusal: string | undefined;
}

/** Sends one test, and says how it went. */
export function TestPanel({ channel, addressesPerson, send, refusal }: TestPanelProps) {
  const words = useWords(allWords);
  const { errors } = useMessages();
  const kinds = addressesOf[channel];
  const form = useForm<TestRecipient>({ defaultValues: { type: kinds[0], value: '' } });
  const { isBusy, failure, act } = useAct();
  const [outcome, setOutcome] = useState<TestCall>();
  const submit = form.handleSubmit(async (recipient) => {
    setOutcome(undefined);
    await act(async () => {
      try {
        setOutcome(await send(addressesPerson ? recipient : undefined));
      } catch (error) {
        tellFields(form, error, (field) => field.replace(/^recipient\./, ''));
        throw error;
      }
    });
  });
  return (
    <div className={styles.panel}>
      <form className={styles.panel} onSubmit={(event) => void submit(event)}>
        <p className={styles.help}>{addressesPerson ? words.personal : words.isMock}</p>
        {addressesPerson && kinds.length > 1 && (
          <SelectField
            form={form}
            name="type"
            label={words.recipientType}
            isRequired
            options={kinds.map((kind) => [kind, words.recipientTypes[kind]])}
          />
        )}
        {addressesPerson && (
          <TextField form={form} name="value" label={words.recipient} isRequired isCode={channel === 'PUSH'} />
        )}
        <div className={styles.row}>
          <Button type="submit" disabled={isBusy} refusal={refusal}>
            {words.sendTest}
          </Button>
        </div>
        {refusal !== undefined && <p className={styles.help}>{refusal}</p>}
      </form>
      {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      <div role="status">{outcome && <Outcome outcome={outcome} />}</div>
    </div>
  );
}

function Outcome({ outcome }: { outcome: TestCall }) {
  const words = useWords(allWords);
  const { detail } = useMessages();
  const { ok, httpStatus, durationMs, providerActivityId, errorCode, providerErrorCode, message, disposition } =
    outcome;
  const status = httpStatus === null ? words.noStatus : String(httpStatus);
  const Shape = ok ? Check : X;
  return (
    <div className={styles.outcome}>
      <strong className={ok ? styles.good : styles.bad}>
        <Shape size={12} strokeWidth={2.5} aria-hidden />{' '}
        {(ok ? words.testOk : words.testFailed)(status, durationText(durationMs))}
      </strong>
      {providerActivityId !== null && (
        <p>
          {words.providerId} <code>{providerActivityId}</code>
        </p>
      )}
      {errorCode !== null && (
        <p>
          <code>{[errorCode, providerErrorCode].filter(Boolean).join(' · ')}</code> {message}
        </p>
      )}
      <p className={styles.dim}>{words.dispositions[disposition]}</p>
      {errorCode === 'BLOCKED_ADDRESS' && <Note kind="warning">{words.blocked}</Note>}
      {outcome.requestExcerpt !== null && <Body title={detail.request} text={outcome.requestExcerpt} />}
      {outcome.responseExcerpt !== null && <Body title={detail.answer} text={outcome.responseExcerpt} />}
    </div>
  );
}
