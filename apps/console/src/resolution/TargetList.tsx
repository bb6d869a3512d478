import { useState } from 'react';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { Layer } from '../ui/Layer';
import type { Column } from '../ui/Table';
import { useToast } from '../ui/Toasts';
import { Part, RowActions } from './Part';
import { type Targets, useTargets } from './queries';
import { useTargetSentence } from './sentence';
import { TargetForm } from './TargetForm';
import { words } from './words';

/** Whom activities address, in the order in which it is tried. */
export function TargetList() {
  const { channels: channelNames, common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const sentence = useTargetSentence();
  const { data, error, refetch } = useTargets();
  const [edited, setEdited] = useState<Targets | 'new'>();
  const close = () => setEdited(undefined);
  const channelText = ({ channels }: Targets) =>
    channels?.map((channel) => channelNames[channel]).join(', ') ?? t.allChannels;
  const columns: Column<Targets>[] = [
    { title: t.order, width: '72px', isNumber: true, cell: ({ priority }) => priority },
    { title: t.who, cell: sentence, full: sentence },
    { title: t.when, width: '200px', cell: ({ strategy }) => t.strategies[strategy] },
    { title: t.channels, width: '20%', cell: channelText, full: channelText },
    { title: t.active, width: '72px', cell: ({ isActive }) => (isActive ? common.yes : common.no) },
    {
      title: t.actions,
      width: '176px',
      isNumber: true,
      cell: (targets) => (
        <RowActions
          name={sentence(targets)}
          editRefusal={refusalOf('PATCH /api/activity-config/target-resolution/{id}')}
          removeRefusal={refusalOf('DELETE /api/activity-config/target-resolution/{id}')}
          onEdit={() => setEdited(targets)}
          remove={() =>
            answerOf(
              api.DELETE('/api/activity-config/target-resolution/{id}', {
                params: { path: { id: targets.id }, header },
              }),
            )
          }
          confirmTitle={t.removeTarget}
          confirmText={`${sentence(targets)}. ${t.removeTargetText}`}
        />
      ),
    },
  ];
  return (
    <>
      <Part
        caption={t.targets}
        lead={t.targetsLead}
        create={
          <Button
            kind="primary"
            refusal={refusalOf('POST /api/activity-config/target-resolution')}
            onClick={() => setEdited('new')}
          >
            {t.newTarget}
          </Button>
        }
        nothingYet={t.noTargets}
        nothingYetText={t.noTargetsText}
        rows={data}
        error={error}
        onRetry={() => void refetch()}
        columns={columns}
        idOf={({ id }) => id}
        minWidth={960}
      />
      <Layer title={edited === 'new' ? t.newTarget : t.editTarget} isOpen={edited !== undefined} onClose={close}>
        {edited !== undefined && (
          <TargetForm
            targets={edited === 'new' ? undefined : edited}
            action={edited === 'new' ? t.createTarget : common.save}
            onSubmit={async (body) => {
              if (edited === 'new') {
                await answerOf(api.POST('/api/activity-config/target-resolution', { params: { header }, body }));
              } else {
                const params = { path: { id: edited.id }, header };
                await answerOf(api.PATCH('/api/activity-config/target-resolution/{id}', { params, body }));
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
