import { useForm } from 'react-hook-form';
import { CONTACT_TYPES } from '../../../../libs/vocabulary/src';
import type { Schemas } from '../api';
import { useWords } from '../i18n';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { peopleWords } from './people-words';
import type { Contact } from './queries';
import { words } from './words';

interface ContactFormProps {
  contact?: Contact;
  action: string;
  onSubmit: (body: Schemas['CreateContactRequest']) => Promise<unknown>;
}

export function ContactForm({ contact, action, onSubmit }: ContactFormProps) {
  const t = useWords(words);
  const { contactTypes } = useWords(peopleWords);
  const form = useForm({
    defaultValues: {
      type: contact?.type ?? 'WHATSAPP',
      value: contact?.value ?? '',
      isPrimary: contact?.isPrimary ?? false,
    },
  });
  return (
    <Form form={form} action={action} onSubmit={onSubmit}>
      <SelectField
        form={form}
        name="type"
        label={t.type}
        options={CONTACT_TYPES.map((type) => [type, contactTypes[type]])}
        isRequired
      />
      <TextField form={form} name="value" label={t.value} help={t.valueHelp} isRequired />
      <CheckField form={form} name="isPrimary" label={t.primaryLabel} />
    </Form>
  );
}
