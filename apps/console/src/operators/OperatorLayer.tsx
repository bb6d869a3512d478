import { Link } from '@tanstack/react-router';
import { type ReactNode, useState } from 'react';
import { useForm } from 'react-hook-form';
import { OPERATOR_TYPES } from '../../../../libs/vocabulary/src';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenant, useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { CheckField, SelectField, TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { Skeleton } from '../ui/Skeleton';
import { useToast } from '../ui/Toasts';
import { type Operator, openStatuses, useOpenTasks, useOperator } from './queries';
import { words } from './words';

/** An operator to read, change and delete; `new`: one to be made; without a row nothing is shown. */
export function OperatorLayer({ row, onClose }: { row: string | undefined; onClose: () => void }) {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const isNew = row === 'new';
  const { data: operator, error } = useOperator(isNew ? undefined : row);
  return (
    <Layer title={isNew ? t.create : (operator?.name ?? common.details)} isOpen={row !== undefined} onClose={onClose}>
      {isNew && (
        <OperatorForm
          action={t.createAction}
          refusal={refusalOf('POST /api/operators')}
          onSubmit={async (body) => {
            await answerOf(api.POST('/api/operators', { params: { header }, body }));
            toast(common.saved);
            onClose();
          }}
        />
      )}
      {!isNew && error && <ProblemNote error={error} />}
      {!isNew && !operator && !error && <Skeleton rows={5} />}
      {!isNew && operator && (
        <>
          <OpenTasks of={{ operatorId: operator.id }} />
          <OperatorForm
            key={operator.updatedAt}
            operator={operator}
            action={common.save}
            refusal={refusalOf('PATCH /api/operators/{id}')}
            onSubmit={async (body) => {
              await answerOf(api.PATCH('/api/operators/{id}', { params: { path: { id: operator.id }, header }, body }));
              toast(common.saved);
              onClose();
            }}
            buttons={
              <RemoveButton
                name={operator.name}
                refusal={refusalOf('DELETE /api/operators/{id}')}
                remove={() =>
                  answerOf(api.DELETE('/api/operators/{id}', { params: { path: { id: operator.id }, header } }))
                }
                onRemoved={onClose}
              />
            }
          />
        </>
      )}
    </Layer>
  );
}

/** How much is still to do, as a link to it. */
export function OpenTasks({ of }: { of: { operatorId: string } | { routeId: string } }) {
  const t = useWords(words);
  const { code: tenant } = useTenant();
  const { data } = useOpenTasks(of);
  if (!data || data.meta.total === null) return null;
  return (
    <p>
      <Link
        to="/t/$tenant/activities"
        params={{ tenant }}
        search={{ ...of, status: openStatuses.join(','), range: 'all' }}
      >
        {t.openTasks}: {data.meta.total.toLocaleString()}
        {data.meta.totalIsCapped && '+'}
      </Link>
    </p>
  );
}

interface RemoveButtonProps {
  name: string;
  refusal: string | undefined;
  /** @throws ApiError */
  remove: () => Promise<unknown>;
  onRemoved: () => void;
}

export function RemoveButton({ name, refusal, remove, onRemoved }: RemoveButtonProps) {
  const { common, errors } = useMessages();
  const t = useWords(words);
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [isAsked, setAsked] = useState(false);
  const confirm = async () => {
    if (!(await act(remove))) return;
    toast(t.removed(name));
    setAsked(false);
    onRemoved();
  };
  return (
    <>
      <Button kind="danger" refusal={refusal} onClick={() => setAsked(true)}>
        {common.remove}
      </Button>
      <Confirm
        title={t.removeTitle(name)}
        text={t.removeText}
        action={common.remove}
        isOpen={isAsked}
        isBusy={isBusy}
        onClose={() => setAsked(false)}
        onConfirm={() => void confirm()}
      >
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
      </Confirm>
    </>
  );
}

interface OperatorFormProps {
  operator?: Operator;
  action: string;
  refusal: string | undefined;
  onSubmit: (body: Schemas['CreateOperatorRequest']) => Promise<unknown>;
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
