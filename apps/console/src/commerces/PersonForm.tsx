import { useForm } from 'react-hook-form';
import { COMMERCE_USER_ROLES, type CommerceUserRole } from '../../../../libs/vocabulary/src';
import type { Schemas } from '../api';
import { useWords } from '../i18n';
import { CheckField, ChecksField, TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { peopleWords } from './people-words';
import type { Person } from './queries';
import { words } from './words';

interface PersonFormProps {
  person?: Person;
  action: string;
  onSubmit: (body: Schemas['CreateCommerceUserRequest']) => Promise<unknown>;
}

export function PersonForm({ person, action, onSubmit }: PersonFormProps) {
  const t = useWords(words);
  const { roles } = useWords(peopleWords);
  const form = useForm({
    defaultValues: {
      firstName: person?.firstName ?? '',
      lastName: person?.lastName ?? '',
      externalId: person?.externalId ?? '',
      roles: person?.roles ?? ([] as CommerceUserRole[]),
      isActive: person?.isActive ?? true,
    },
  });
  return (
    <Form
      form={form}
      action={action}
      onSubmit={({ lastName, externalId, ...rest }) =>
        onSubmit({ ...rest, lastName: orNull(lastName), externalId: orNull(externalId) })
      }
    >
      <TextField form={form} name="firstName" label={t.firstName} isRequired />
      <TextField form={form} name="lastName" label={t.lastName} />
      <TextField form={form} name="externalId" label={t.externalId} isCode />
      <ChecksField
        form={form}
        name="roles"
        label={t.roles}
        options={COMMERCE_USER_ROLES.map((role) => [role, roles[role]])}
      />
      <CheckField form={form} name="isActive" label={t.personActive} />
    </Form>
  );
}
