import { useForm } from 'react-hook-form';
import type { Schemas } from '../api';
import { useWords } from '../i18n';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { useCountries } from './countries';
import type { Commerce } from './queries';
import { words } from './words';

type Body = Schemas['CreateCommerceRequest'];

interface CommerceFormProps {
  commerce?: Commerce;
  action: string;
  refusal?: string | undefined;
  onSubmit: (body: Body) => Promise<unknown>;
}

/** What a store is, but for its people. */
export function CommerceForm({ commerce, action, refusal, onSubmit }: CommerceFormProps) {
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      externalId: commerce?.externalId ?? '',
      name: commerce?.name ?? '',
      taxId: commerce?.taxId ?? '',
      country: commerce?.country ?? '',
      isActive: commerce?.isActive ?? true,
      metadata: commerce ? JSON.stringify(commerce.metadata, null, 2) : '{}',
    },
  });
  const countries = useCountries();
  return (
    <Form
      form={form}
      action={action}
      refusal={refusal}
      onSubmit={({ taxId, country, metadata, ...rest }) =>
        onSubmit({
          ...{ ...rest, taxId: orNull(taxId), metadata: objectOf(metadata) ?? {} },
          country: orNull(country) as Body['country'],
        })
      }
    >
      <TextField form={form} name="name" label={t.name} isRequired />
      <TextField form={form} name="externalId" label={t.externalId} help={t.externalIdHelp} isRequired isCode />
      <TextField form={form} name="taxId" label={t.taxId} />
      <SelectField
        form={form}
        name="country"
        label={t.country}
        help={t.countryHelp}
        options={[['', t.asTenant], ...countries]}
      />
      <TextField
        form={form}
        name="metadata"
        label={t.metadata}
        help={t.metadataHelp}
        lines={4}
        isCode
        rules={{ validate: (text) => objectOf(String(text)) !== undefined || t.notJson }}
      />
      <CheckField form={form} name="isActive" label={t.active} help={t.activeHelp} />
    </Form>
  );
}

function objectOf(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
