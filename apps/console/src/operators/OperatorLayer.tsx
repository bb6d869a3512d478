import type { ReactNode } from 'react';
import { useForm } from 'react-hook-form';
import { OPERATOR_TYPES } from '../../../../libs/vocabulary/src';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { RemoveButton } from '../ui/RemoveButton';
import { useToast } from '../ui/Toasts';
import { OpenTasks } from './OpenTasks';
import { type Operator, useOperator } from './queries';
import { RowLayer } from './RowLayer';
import { words } from './words';

/** An operator to read, change and delete; `new`: one to be made; without a row nothing is shown. */
export function OperatorLayer({ row, onClose }: { row: string | undefined; onClose: () => void }) {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const query = useOperator(row === 'new' ? undefined : row);
  const save = (call: (body: OperatorBody) => Promise<unknown>) => async (body: OperatorBody) => {
    await call(body);
    toast(common.saved);
    onClose();
  };
  return (
    <RowLayer row={row} query={query} newTitle={t.create} onClose={onClose}>
      {(operator) => {
        if (!operator) {
          return (
            <OperatorForm
              action={t.createAction}
              refusal={refusalOf('POST /api/operators')}
              onSubmit={save((body) => answerOf(api.POST('/api/operators', { params: { header }, body })))}
            />
          );
        }
        const params = { path: { id: operator.id }, header };
        return (
          <>
            <OpenTasks of={{ operatorId: operator.id }} />
            <OperatorForm
              key={operator.updatedAt}
              operator={operator}
              action={common.save}
              refusal={refusalOf('PATCH /api/operators/{id}')}
              onSubmit={save((body) => answerOf(api.PATCH('/api/operators/{id}', { params, body })))}
              buttons={
                <RemoveButton
                  kind="danger"
                  title={t.removeTitle(operator.name)}
                  text={t.removeText}
                  refusal={refusalOf('DELETE /api/operators/{id}')}
                  remove={() => answerOf(api.DELETE('/api/operators/{id}', { params }))}
                  onRemoved={() => {
                    toast(t.removed(operator.name));
                    onClose();
                  }}
                />
              }
            />
          </>
        );
      }}
    </RowLayer>
  );
}

type OperatorBody = Schemas['CreateOperatorRequest'];

interface OperatorFormProps {
  operator?: Operator;
  action: string;
  refusal: string | undefined;
  onSubmit: (body: OperatorBody) => Promise<unknown>;
  buttons?: ReactNode;
}

function OperatorForm({ operator, action, refusal, onSubmit, buttons }: OperatorFormProps) {
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      name: operator?.name ?? '',
      externalId: operator?.externalId ?? '',
      type: operator?.type ?? 'SALESMAN',
      email: operator?.email ?? '',
      phone: operator?.phone ?? '',
      isActive: operator?.isActive ?? true,
    },
  });
  return (
    <Form
      form={form}
      action={action}
      refusal={refusal}
      buttons={buttons}
      onSubmit={({ email, phone, ...rest }) => onSubmit({ ...rest, email: orNull(email), phone: orNull(phone) })}
    >
      <TextField form={form} name="name" label={t.name} isRequired />
      <TextField form={form} name="externalId" label={t.externalId} isRequired isCode />
      <SelectField
        form={form}
        name="type"
        label={t.type}
        options={OPERATOR_TYPES.map((type) => [type, t.types[type]])}
        isRequired
      />
      <TextField form={form} name="email" label={t.email} type="email" />
      <TextField form={form} name="phone" label={t.phone} />
      <CheckField form={form} name="isActive" label={t.active} />
    </Form>
  );
}
