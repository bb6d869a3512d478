import { answerOf, api, isMissing } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { Time } from '../time';
import { useAct } from '../ui/act';
import { Body } from '../ui/Body';
import { Button } from '../ui/Button';
import { FactList } from '../ui/Facts';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { useToast } from '../ui/Toasts';
import { answerOfLast, DeliveryChip } from './Deliveries';
import { useDelivery } from './queries';
import styles from './Webhooks.module.css';
import { words } from './words';

interface DeliveryLayerProps {
  webhookId: string;
  id: string;
  onClose: () => void;
}

/** One delivery: what is sent, and what the endpoint answered last. */
export function DeliveryLayer({ webhookId, id, onClose }: DeliveryLayerProps) {
  const text = useWords(words);
  const { common, errors, shell } = useMessages();
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const { data: delivery, error } = useDelivery(webhookId, id);
  const resend = () =>
    act(async () => {
      const params = { path: { id: webhookId, deliveryId: id }, header };
      await answerOf(api.POST('/api/webhooks/{id}/deliveries/{deliveryId}/resend', { params }));
      toast(text.resent);
    });
  return (
    <Layer title={delivery ? text.eventWords[delivery.eventType] : text.delivery} isOpen onClose={onClose}>
      <div className={styles.form}>
        {error && (isMissing(error) ? <p>{shell.notFoundText}</p> : <ProblemNote error={error} />)}
        {!delivery && !error && <p>{common.loading}</p>}
        {delivery && (
          <>
            <FactList
              facts={[
                [text.status, <DeliveryChip key="status" status={delivery.status} />],
                [text.event, <code key="event">{delivery.eventType}</code>],
                [text.occurred, <Time key="occurred" at={delivery.occurredAt} />],
                [text.attempts, delivery.attempts],
                [text.lastAttempt, delivery.lastAttemptAt && <Time at={delivery.lastAttemptAt} />],
                [text.answer, answerOfLast(delivery)],
                [text.next, delivery.nextAttemptAt && <Time at={delivery.nextAttemptAt} />],
                [text.delivered, delivery.deliveredAt && <Time at={delivery.deliveredAt} />],
                [text.id, <code key="id">{delivery.id}</code>],
              ]}
            />
            {delivery.data === null ? (
              <p>{text.noBody}</p>
            ) : (
              <Body title={text.body} text={JSON.stringify(delivery.data, null, 2)} isOpen />
            )}
            <Body
              title={text.headers}
              text={Object.entries(delivery.headers)
                .map(([name, value]) => `${name}: ${value}`)
                .join('\n')}
            />
            {delivery.lastResponseExcerpt !== null && (
              <Body title={text.answerBody} text={delivery.lastResponseExcerpt} isOpen />
            )}
          </>
        )}
        {failure !== undefined && <ProblemNote error={failure} title={errors.action} />}
        <div className={styles.buttons}>
          <Button
            kind="primary"
            disabled={isBusy || !delivery}
            refusal={refusalOf('POST /api/webhooks/{id}/deliveries/{deliveryId}/resend')}
            onClick={() => void resend()}
          >
            {text.resend}
          </Button>
          <Button onClick={onClose}>{common.close}</Button>
        </div>
      </div>
    </Layer>
  );
}
