import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { Part } from './Part';
import { type Targets, useTargets } from './queries';
import { useTargetSentence } from './sentence';
import { TargetForm } from './TargetForm';
import { words } from './words';

/** Whom activities address, in the order in which it is tried. */
export function TargetList() {
  const { channels: channelNames, common } = useMessages();
  const t = useWords(words);
  const header = useTenantHeader();
  const sentence = useTargetSentence();
  const channelText = ({ channels }: Targets) =>
    channels?.map((channel) => channelNames[channel]).join(', ') ?? t.allChannels;
  const one = '/api/activity-config/target-resolution/{id}';
  const many = '/api/activity-config/target-resolution';
  return (
    <Part
      caption={t.targets}
      lead={t.targetsLead}
      nothingYet={t.noTargets}
      nothingYetText={t.noTargetsText}
      first={t.firstTarget}
      query={useTargets()}
      columns={[
        { title: t.order, width: '72px', isNumber: true, cell: ({ priority }) => priority },
        { title: t.who, cell: sentence, full: sentence },
        { title: t.when, width: '200px', cell: ({ strategy }) => t.strategies[strategy] },
        { title: t.channels, width: '20%', cell: channelText, full: channelText },
        { title: t.active, width: '72px', cell: ({ isActive }) => (isActive ? common.yes : common.no) },
      ]}
      idOf={({ id }) => id}
      nameOf={sentence}
      minWidth={960}
      remove={({ id }) => answerOf(api.DELETE(one, { params: { path: { id }, header } }))}
      removalOf={(targets) => ({ title: t.removeTarget, text: `${sentence(targets)}. ${t.removeTargetText}` })}
      operations={{ create: `POST ${many}`, change: `PATCH ${one}`, remove: `DELETE ${one}` }}
      newTitle={t.newTarget}
      editTitle={t.editTarget}
      form={(existing, onSaved) => (
        <TargetForm
          targets={existing}
          action={existing ? common.save : t.createTarget}
          onSubmit={async (body) => {
            if (existing) await answerOf(api.PATCH(one, { params: { path: { id: existing.id }, header }, body }));
            else await answerOf(api.POST(many, { params: { header }, body }));
            onSaved();
          }}
        />
      )}
    />
  );
}
