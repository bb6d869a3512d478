import { useForm } from 'react-hook-form';
import { useAddress } from '../address';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { Part } from './Part';
import { type AttributeKey, useAttributeKeys } from './queries';
import { words } from './words';

/** The names of what messages may say. */
export function AttributeKeys() {
  const t = useWords(words);
  const header = useTenantHeader();
  const [search, change] = useAddress();
  const one = '/api/activity-config/attribute-keys/{key}';
  const many = '/api/activity-config/attribute-keys';
  return (
    <Part
      caption={t.attributes}
      lead={t.keysLead}
      nothingYet={t.noKeys}
      query={useAttributeKeys(search)}
      pages={{ search, onChange: change }}
      columns={[
        { title: t.key, width: '28%', cell: ({ key }) => <code>{key}</code>, full: ({ key }) => key },
        { title: t.label, width: '28%', cell: ({ label }) => label, full: ({ label }) => label },
        {
          title: t.description,
          cell: ({ description }) => description,
          full: ({ description }) => description ?? undefined,
        },
      ]}
      idOf={({ key }) => key}
      nameOf={({ key }) => key}
      remove={({ key }) => answerOf(api.DELETE(one, { params: { path: { key }, header } }))}
      operations={{ create: `POST ${many}`, change: `PATCH ${one}`, remove: `DELETE ${one}` }}
      newTitle={t.newKey}
      form={(existing, onSaved) => (
        <KeyForm
          of={existing}
          onSubmit={async ({ key, ...fields }) => {
            if (existing) {
              const params = { path: { key: existing.key }, header };
              await answerOf(api.PATCH(one, { params, body: fields }));
            } else await answerOf(api.POST(many, { params: { header }, body: { key, ...fields } }));
            onSaved();
          }}
        />
      )}
    />
  );
}

interface KeyFormProps {
  of: AttributeKey | undefined;
  onSubmit: (values: { key: string; label: string; description: string | null }) => Promise<unknown>;
}

function KeyForm({ of: existing, onSubmit }: KeyFormProps) {
  const { common } = useMessages();
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      key: existing?.key ?? '',
      label: existing?.label ?? '',
      description: existing?.description ?? '',
    },
  });
  return (
    <Form
      form={form}
      action={existing ? common.save : t.createKey}
      onSubmit={({ description, ...rest }) => onSubmit({ ...rest, description: orNull(description) })}
    >
      {!existing && <TextField form={form} name="key" label={t.key} help={t.keyHelp} isRequired isCode />}
      <TextField form={form} name="label" label={t.label} isRequired />
      <TextField form={form} name="description" label={t.description} lines={3} />
    </Form>
  );
}
