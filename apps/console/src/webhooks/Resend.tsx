import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { SelectField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { TimeField } from '../ui/TimeField';
import { useToast } from '../ui/Toasts';
import { events, type Webhook, type WebhookEvent } from './queries';
import { words } from './words';

interface Filter {
  eventType: string;
  occurredFrom: string;
  occurredTo: string;
}

interface Counted {
  filter: { eventType?: WebhookEvent; occurredFrom?: string; occurredTo?: string };
  matched: number;
}

interface ResendProps {
  webhook: Webhook;
  eventType: string | undefined;
  onClose: () => void;
}

/** Sends again what was given up and matches a filter, once it was counted: in portions of 1,000 while some are left. */
export function Resend({ webhook, eventType = '', onClose }: ResendProps) {
  const text = useWords(words);
  const { common, errors } = useMessages();
  const header = useTenantHeader();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [counted, setCounted] = useState<Counted>();
  const [done, setDone] = useState(0);
  const form = useForm<Filter>({ defaultValues: { eventType, occurredFrom: '', occurredTo: '' } });
  const call = (filter: Counted['filter'], dryRun: boolean) =>
    answerOf(
      api.POST('/api/webhooks/{id}/deliveries/resend', {
        params: { path: { id: webhook.id }, header },
        body: { filter, dryRun },
      }),
    );
  const count = async (values: Filter) => {
    const filter = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
    setCounted({ filter, matched: (await call(filter, true)).matched });
  };
  const resend = ({ filter, matched }: Counted) =>
    act(async () => {
      let sent = 0;
      // What is given up again meanwhile is not sent a third time: no more than were counted.
      for (let remaining = 1; remaining > 0 && sent < matched;) {
        const portion = await call(filter, false);
        sent += portion.done;
        remaining = portion.done === 0 ? 0 : portion.remaining;
        setDone(sent);
      }
      toast(text.resentMany(sent));
      onClose();
    });
  if (counted && counted.matched > 0) {
    const { matched } = counted;
    return (
      <Confirm
        title={text.resendTitle(webhook.url)}
        text={`${text.matched(matched)} ${text.resendText}`}
        action={isBusy ? text.progress(done, matched) : text.resendMany(matched)}
        isOpen
        isBusy={isBusy}
        isHarmless
        typed={matched > 100 ? String(matched) : undefined}
        onClose={onClose}
        onConfirm={() => void resend(counted)}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    );
  }
  return (
    <Layer title={text.resendTitle(webhook.url)} text={text.resendText} isOpen onClose={onClose}>
      <Form
        form={form}
        action={text.count}
        buttons={<Button onClick={onClose}>{common.close}</Button>}
        onSubmit={count}
      >
        <SelectField
          form={form}
          name="eventType"
          label={text.event}
          options={[['', text.anyEvent], ...events.map((event): [string, string] => [event, text.eventWords[event]])]}
        />
        <TimeField form={form} name="occurredFrom" label={text.from} />
        <TimeField form={form} name="occurredTo" label={text.to} />
        {counted && <p role="status">{text.matched(0)}</p>}
      </Form>
    </Layer>
  );
}
