import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAddress } from '../address';
import { answerOf, api, type Schemas } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { CheckField, TextField } from '../ui/Field';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { Pages } from '../ui/Pages';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { Part, RowActions } from './Part';
import { type ResultType, useResultTypes } from './queries';
import { words } from './words';

/** What results may name, and what follows from them. */
export function ResultTypes() {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = useResultTypes(search);
  const [edited, setEdited] = useState<ResultType | 'new'>();
  const close = () => setEdited(undefined);
  const yesNo = (is: boolean) => (is ? common.yes : common.no);
  const columns: Column<ResultType>[] = [
    { title: t.code, width: '24%', cell: ({ code }) => <code>{code}</code>, full: ({ code }) => code },
    { title: t.label, cell: ({ label }) => label, full: ({ label }) => label },
    { title: t.requiresTime, width: '160px', cell: (row) => yesNo(row.requiresFutureScheduledAt) },
    { title: t.followUp, width: '160px', cell: ({ createsFollowUp }) => yesNo(createsFollowUp) },
    { title: t.active, width: '72px', cell: ({ isActive }) => yesNo(isActive) },
    {
      title: t.actions,
      width: '176px',
      isNumber: true,
      cell: (row) => (
        <RowActions
          name={row.code}
          editRefusal={refusalOf('PATCH /api/activity-config/result-types/{code}')}
          removeRefusal={refusalOf('DELETE /api/activity-config/result-types/{code}')}
          onEdit={() => setEdited(row)}
          remove={() =>
            answerOf(
              api.DELETE('/api/activity-config/result-types/{code}', { params: { path: { code: row.code }, header } }),
            )
          }
        />
      ),
    },
  ];
  return (
    <>
      <Part
        caption={t.results}
        lead={t.resultsLead}
        create={
          <Button
            kind="primary"
            refusal={refusalOf('POST /api/activity-config/result-types')}
            onClick={() => setEdited('new')}
          >
            {t.newResult}
          </Button>
        }
        nothingYet={t.noResults}
        nothingYetText={t.noResultsText}
        rows={data?.data}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        idOf={({ code }) => code}
        isStale={isPlaceholderData}
        minWidth={860}
      />
      <Pages search={search} rows={data?.data.length} onChange={change} />
      <Layer
        title={edited === undefined || edited === 'new' ? t.newResult : t.editTitle(edited.code)}
        isOpen={edited !== undefined}
        onClose={close}
      >
        {edited !== undefined && (
          <ResultTypeForm
            of={edited === 'new' ? undefined : edited}
            onSubmit={async ({ code, ...fields }) => {
              if (edited === 'new') {
                const body = { code, ...fields };
                await answerOf(api.POST('/api/activity-config/result-types', { params: { header }, body }));
              } else {
                const params = { path: { code: edited.code }, header };
                await answerOf(api.PATCH('/api/activity-config/result-types/{code}', { params, body: fields }));
              }
              toast(common.saved);
              close();
            }}
          />
        )}
      </Layer>
    </>
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
