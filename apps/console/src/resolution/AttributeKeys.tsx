import { useState } from 'react';
import { useForm } from 'react-hook-form';
import { useAddress } from '../address';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { TextField } from '../ui/Field';
import { Form, orNull } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { Pages } from '../ui/Pages';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { Part, RowActions } from './Part';
import { type AttributeKey, useAttributeKeys } from './queries';
import { words } from './words';

/** The names of what messages may say. */
export function AttributeKeys() {
  const { common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const [search, change] = useAddress();
  const { data, error, refetch, isPlaceholderData } = useAttributeKeys(search);
  const [edited, setEdited] = useState<AttributeKey | 'new'>();
  const close = () => setEdited(undefined);
  const columns: Column<AttributeKey>[] = [
    { title: t.key, width: '28%', cell: ({ key }) => <code>{key}</code>, full: ({ key }) => key },
    { title: t.label, width: '28%', cell: ({ label }) => label, full: ({ label }) => label },
    {
      title: t.description,
      cell: ({ description }) => description,
      full: ({ description }) => description ?? undefined,
    },
    {
      title: t.actions,
      width: '176px',
      isNumber: true,
      cell: (row) => (
        <RowActions
          name={row.key}
          editRefusal={refusalOf('PATCH /api/activity-config/attribute-keys/{key}')}
          removeRefusal={refusalOf('DELETE /api/activity-config/attribute-keys/{key}')}
          onEdit={() => setEdited(row)}
          remove={() =>
            answerOf(
              api.DELETE('/api/activity-config/attribute-keys/{key}', { params: { path: { key: row.key }, header } }),
            )
          }
        />
      ),
    },
  ];
  return (
    <>
      <Part
        caption={t.attributes}
        lead={t.keysLead}
        create={
          <Button
            kind="primary"
            refusal={refusalOf('POST /api/activity-config/attribute-keys')}
            onClick={() => setEdited('new')}
          >
            {t.newKey}
          </Button>
        }
        nothingYet={t.noKeys}
        rows={data?.data}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        idOf={({ key }) => key}
        isStale={isPlaceholderData}
      />
      <Pages search={search} rows={data?.data.length} onChange={change} />
      <Layer
        title={edited === undefined || edited === 'new' ? t.newKey : t.editTitle(edited.key)}
        isOpen={edited !== undefined}
        onClose={close}
      >
        {edited !== undefined && (
          <KeyForm
            of={edited === 'new' ? undefined : edited}
            onSubmit={async ({ key, ...fields }) => {
              if (edited === 'new') {
                const body = { key, ...fields };
                await answerOf(api.POST('/api/activity-config/attribute-keys', { params: { header }, body }));
              } else {
                const params = { path: { key: edited.key }, header };
                await answerOf(api.PATCH('/api/activity-config/attribute-keys/{key}', { params, body: fields }));
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
