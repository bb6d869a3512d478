import { useForm } from 'react-hook-form';
import { type Activity, answerOf, api } from '../api';
import { useMessages } from '../i18n';
import { useTenantHeader } from '../session/tenant';
import { Button } from '../ui/Button';
import { Form } from '../ui/Form';
import { Layer } from '../ui/Layer';
import { TimeField } from '../ui/TimeField';
import { useToast } from '../ui/Toasts';

/** Asks for another time, and has the activity sent then. */
export function PutOff({
  activity,
  onClose,
}: {
  activity: Pick<Activity, 'id' | 'reason' | 'scheduledAt'>;
  onClose: () => void;
}) {
  const { common, detail } = useMessages();
  const words = detail.actions;
  const header = useTenantHeader();
  const toast = useToast();
  const { id, reason, scheduledAt } = activity;
  const form = useForm({ defaultValues: { scheduledAt } });
  return (
    <Layer title={words.putOffTitle(reason)} isOpen onClose={onClose}>
      <Form
        form={form}
        action={words.putOffSubmit}
        buttons={<Button onClick={onClose}>{common.close}</Button>}
        onSubmit={async (body) => {
          await answerOf(api.PATCH('/api/activities/{id}', { params: { path: { id }, header }, body }));
          toast(words.putOffDone);
          onClose();
        }}
      >
        <TimeField form={form} name="scheduledAt" label={words.putOffWhen} isRequired />
      </Form>
    </Layer>
  );
}
