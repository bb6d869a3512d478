import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { useWords } from '../i18n';
import { CheckField, ChecksField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { events, type WebhookEvent } from './queries';
import { words } from './words';

interface WebhookFields {
  url: string;
  events: WebhookEvent[];
  isActive: boolean;
}

interface WebhookFormProps {
  fields: WebhookFields;
  action: string;
  refusal?: string | undefined;
  buttons?: ReactNode;
  /** @throws ApiError */
  onSubmit: (fields: WebhookFields) => Promise<unknown>;
}

export function WebhookForm({ fields, ...rest }: WebhookFormProps) {
  const text = useWords(words);
  const form = useForm<WebhookFields>({ defaultValues: fields });
  return (
    <Form form={form} fieldOf={(field) => field.split(/[.[]/)[0] ?? field} {...rest}>
      <TextField form={form} name="url" type="url" label={text.url} help={text.urlHelp} isRequired />
      <ChecksField
        form={form}
        name="events"
        label={text.events}
        options={events.map((event) => [event, `${text.eventWords[event]} (${event})`])}
      />
      <CheckField form={form} name="isActive" label={text.isActive} help={text.isActiveHelp} />
    </Form>
  );
}
