import { useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { type ActivityDetail, answerOf, api, ApiError } from '../api';
import { useMessages } from '../i18n';
import { useRefusal } from '../session/me';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { useCopy } from '../ui/copy';
import { Layer } from '../ui/Layer';
import { ProblemNote } from '../ui/Problem';
import { useToast } from '../ui/Toasts';
import styles from './Activity.module.css';
import { isFinal } from './filters';
import { PutOff } from './PutOff';
import shellStyles from '../shell/Shell.module.css';

/** What may be done with an activity as it stands now. What the key may not do is shown, with the permission it needs. */
export function ActivityActions({ activity }: { activity: ActivityDetail }) {
  const { detail, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const words = detail.actions;
  const refusalOf = useRefusal();
  const navigate = useNavigate();
  const toast = useToast();
  const copy = useCopy();
  const { isBusy, failure, act: run } = useAct();
  const [asked, setAsked] = useState<'cancel' | 'putOff'>();
  const { id, status } = activity;
  const header = { 'x-tenant-id': tenant };

  const act = (call: () => Promise<void>) => run(call).finally(() => setAsked(undefined));
  const params = { path: { id }, header };
  const sendNow = () =>
    act(async () => {
      const { outcome } = await answerOf(api.POST('/api/activities/{id}/dispatch', { params }));
      // Its timeline tells why it was not.
      if (outcome === 'SUCCESS') toast(words.sent);
    });
  const cancel = () =>
    act(async () => {
      await answerOf(api.PATCH('/api/activities/{id}/cancel', { params }));
      toast(words.canceled);
    });
  const retryResolution = () =>
    act(async () => {
      await answerOf(api.PATCH('/api/activities/{id}/retry-resolution', { params }));
      toast(words.resolved);
    });
  const redrive = () =>
    act(async () => {
      await answerOf(api.POST('/api/activities/redrive', { params: { header }, body: { ids: [id] } }));
      const { redrivenAs } = await answerOf(api.GET('/api/activities/{id}', { params }));
      toast(words.redriven);
      if (redrivenAs) await navigate({ to: '/t/$tenant/activities/$id', params: { tenant, id: redrivenAs } });
    });

  const enterResult = () =>
    void navigate({ to: '/t/$tenant/results/new', params: { tenant }, search: { activityId: id } });

  const isInFlight = failure instanceof ApiError && String(failure.problem.code) === 'IN_FLIGHT';
  return (
    <>
      {status === 'READY' && (
        <Button
          disabled={isBusy}
          refusal={refusalOf('POST /api/activities/{id}/dispatch')}
          onClick={() => void sendNow()}
        >
          {words.sendNow}
        </Button>
      )}
      {status === 'READY' && (
        <Button disabled={isBusy} refusal={refusalOf('PATCH /api/activities/{id}')} onClick={() => setAsked('putOff')}>
          {words.putOff}
        </Button>
      )}
      {status === 'UNRESOLVED' && (
        <Button
          disabled={isBusy}
          refusal={refusalOf('PATCH /api/activities/{id}/retry-resolution')}
          onClick={() => void retryResolution()}
        >
          {words.retryResolution}
        </Button>
      )}
      {status === 'DISPATCHED' && (
        <Button disabled={isBusy} refusal={refusalOf('POST /api/activity-results')} onClick={enterResult}>
          {words.enterResult}
        </Button>
      )}
      {status === 'FAILED' && (
        <Button
          kind="primary"
          disabled={isBusy}
          refusal={refusalOf('POST /api/activities/redrive')}
          onClick={() => void redrive()}
        >
          {words.redrive}
        </Button>
      )}
      {(status === 'READY' || status === 'UNRESOLVED') && (
        <Button
          disabled={isBusy}
          refusal={refusalOf('PATCH /api/activities/{id}/cancel')}
          onClick={() => setAsked('cancel')}
        >
          {words.cancel}
        </Button>
      )}
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button kind="quiet" aria-label={detail.more}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={shellStyles.dropdown} align="end">
            <DropdownMenu.Item
              className={shellStyles.option}
              disabled={refusalOf('POST /api/activities') !== undefined}
              title={refusalOf('POST /api/activities')}
              onSelect={() =>
                void navigate({ to: '/t/$tenant/activities/new', params: { tenant }, search: { copyOf: id } })
              }
            >
              {detail.copyToNew}
            </DropdownMenu.Item>
            {isFinal(status) && (
              <DropdownMenu.Item
                className={shellStyles.option}
                disabled={refusalOf('POST /api/activity-results') !== undefined}
                title={refusalOf('POST /api/activity-results')}
                onSelect={enterResult}
              >
                {words.replaceResult}
              </DropdownMenu.Item>
            )}
            <DropdownMenu.Item className={shellStyles.option} onSelect={() => copy(id)}>
              {detail.copyId}
            </DropdownMenu.Item>
            <DropdownMenu.Item className={shellStyles.option} onSelect={() => copy(location.href)}>
              {detail.copyLink}
            </DropdownMenu.Item>
            <DropdownMenu.Item
              className={shellStyles.option}
              onSelect={() => copy(`curl ${location.origin}/api/activities/${id} -H 'x-api-key: erk_…'`)}
            >
              {detail.copyCurl}
            </DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {failure !== undefined && (
        <div className={styles.failure}>
          {isInFlight ? words.inFlight : <ProblemNote error={failure} title={errors.action} />}
        </div>
      )}
      {asked === 'putOff' && <PutOff activity={activity} onClose={() => setAsked(undefined)} />}
      <Layer
        title={words.confirmCancel(activity.reason)}
        text={words.confirmCancelText}
        isOpen={asked === 'cancel'}
        onClose={() => setAsked(undefined)}
      >
        <div className={styles.answers}>
          <Button onClick={() => setAsked(undefined)}>{words.keep}</Button>
          <Button kind="danger" disabled={isBusy} onClick={() => void cancel()}>
            {words.cancel}
          </Button>
        </div>
      </Layer>
    </>
  );
}
