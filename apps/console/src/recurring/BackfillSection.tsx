import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { useTimeText } from '../time';
import { useAct } from '../ui/act';
import { Confirm } from '../ui/Confirm';
import { Form } from '../ui/Form';
import { Section } from '../ui/Page';
import { ProblemNote } from '../ui/Problem';
import { TimeField } from '../ui/TimeField';
import { useToast } from '../ui/Toasts';
import { nameOf } from './name';
import type { Recurring } from './queries';
import styles from './Recurring.module.css';
import { words } from './words';

/** How many at once. */
const limit = 500;
/** From so many on the number is typed. */
const many = 100;

interface Counted {
  from: string;
  to: string;
  created: number;
  existing: number;
  nextFrom: string | null;
}

/** Fires times of the past, once it was counted how many these are. */
export function BackfillSection({ recurring }: { recurring: Recurring }) {
  const text = useWords(words);
  const { errors } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const timeText = useTimeText();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [counted, setCounted] = useState<Counted>();
  const form = useForm({ defaultValues: { from: '', to: '' } });
  const { id, overlap_policy: overlap } = recurring;
  const operation = 'POST /v1/recurring/{id}/backfill';
  const refusal = refusalOf(operation) ?? (overlap === 'allow_all' ? undefined : text.backfillRefused);

  const call = (body: { from: string; to: string; dry_run: boolean }) =>
    answerOf(api.POST('/v1/recurring/{id}/backfill', { params: { path: { id }, header }, body: { ...body, limit } }));
  const count = async ({ from, to }: { from: string; to: string }) => {
    const { created, existing, next_from: nextFrom } = await call({ from, to, dry_run: true });
    if (created === 0 && nextFrom === null) toast(text.backfillNothing);
    else setCounted({ from, to, created, existing, nextFrom });
  };
  const fire = ({ from, to }: Counted) =>
    act(async () => {
      const { created } = await call({ from, to, dry_run: false });
      setCounted(undefined);
      toast(text.backfilled(created));
    });
  return (
    <Section title={text.backfill}>
      <p className={styles.lead}>{text.backfillLead}</p>
      <Form form={form} action={text.count} refusal={refusal} onSubmit={count}>
        <TimeField form={form} name="from" label={text.from} isRequired />
        <TimeField form={form} name="to" label={text.to} isRequired />
        {refusal !== undefined && <p className={styles.dim}>{refusal}</p>}
      </Form>
      {counted && (
        <Confirm
          title={text.backfillTitle(counted.created, nameOf(recurring))}
          text={[
            text.backfillText(counted.existing),
            counted.nextFrom === null ? '' : text.backfillMore(timeText(counted.nextFrom)),
          ]
            .join(' ')
            .trim()}
          action={text.fire(counted.created)}
          typed={counted.created > many ? String(counted.created) : undefined}
          isOpen
          isBusy={isBusy}
          onClose={() => setCounted(undefined)}
          onConfirm={() => void fire(counted)}
        >
          {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
        </Confirm>
      )}
    </Section>
  );
}
