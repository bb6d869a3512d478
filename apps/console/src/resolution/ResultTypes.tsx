import { useForm } from 'react-hook-form';
import { useAddress } from '../address';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { CheckField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Part } from './Part';
import { type ResultType, useResultTypes } from './queries';
import { words } from './words';

/** What results may name, and what follows from them. */
export function ResultTypes() {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const [search, change] = useAddress();
  const yesNo = (is: boolean) => (is ? common.yes : common.no);
  const one = '/api/activity-config/result-types/{code}';
  const many = '/api/activity-config/result-types';
  return (
    <Part
      caption={t.results}
      lead={t.resultsLead}
      nothingYet={t.noResults}
      nothingYetText={t.noResultsText}
      query={useResultTypes(search)}
      pages={{ search, onChange: change }}
      columns={[
        { title: t.code, width: '24%', cell: ({ code }) => <code>{code}</code>, full: ({ code }) => code },
        { title: t.label, cell: ({ label }) => label, full: ({ label }) => label },
        { title: t.requiresTime, width: '160px', cell: (row) => yesNo(row.requiresFutureScheduledAt) },
        { title: t.followUp, width: '160px', cell: ({ createsFollowUp }) => yesNo(createsFollowUp) },
        { title: t.active, width: '72px', cell: ({ isActive }) => yesNo(isActive) },
      ]}
      idOf={({ code }) => code}
      nameOf={({ code }) => code}
      minWidth={860}
      remove={({ code }) => answerOf(api.DELETE(one, { params: { path: { code }, header } }))}
      operations={{ create: `POST ${many}`, change: `PATCH ${one}`, remove: `DELETE ${one}` }}
      newTitle={t.newResult}
      form={(existing, onSaved) => (
        <ResultTypeForm
          of={existing}
          onSubmit={async ({ code, ...fields }) => {
            if (existing) {
              const params = { path: { code: existing.code }, header };
              await answerOf(api.PATCH(one, { params, body: fields }));
            } else await answerOf(api.POST(many, { params: { header }, body: { code, ...fields } }));
            onSaved();
          }}
        />
      )}
    />
  );
}

interface ResultTypeFormProps {
  of: ResultType | undefined;
  onSubmit: (values: Schemas['CreateResultTypeRequest']) => Promise<unknown>;
}

function ResultTypeForm({ of: existing, onSubmit }: ResultTypeFormProps) {
  const { common } = useMessages();
  const t = useWords(words);
  const form = useForm({
    defaultValues: {
      code: existing?.code ?? '',
      label: existing?.label ?? '',
      requiresFutureScheduledAt: existing?.requiresFutureScheduledAt ?? false,
      createsFollowUp: existing?.createsFollowUp ?? false,
      isActive: existing?.isActive ?? true,
    },
  });
  return (
    <Form form={form} action={existing ? common.save : t.createResult} onSubmit={onSubmit}>
      {!existing && <TextField form={form} name="code" label={t.code} help={t.codeHelp} isRequired isCode />}
      <TextField form={form} name="label" label={t.label} isRequired />
      <CheckField form={form} name="requiresFutureScheduledAt" label={t.requiresTime} />
      <CheckField form={form} name="createsFollowUp" label={t.followUp} />
      <CheckField form={form} name="isActive" label={t.active} />
    </Form>
  );
}
