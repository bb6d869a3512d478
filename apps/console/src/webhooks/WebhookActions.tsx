import { useNavigate, useParams } from '@tanstack/react-router';
import { Ellipsis } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { useState } from 'react';
import { answerOf, api } from '../api';
import { useMessages, useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import shellStyles from '../shell/Shell.module.css';
import { durationText } from '../time';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { Confirm } from '../ui/Confirm';
import { Layer } from '../ui/Layer';
import { Note } from '../ui/Note';
import { ProblemNote } from '../ui/Problem';
import { SecretOnce } from '../ui/SecretOnce';
import { useToast } from '../ui/Toasts';
import type { Trial, Webhook } from './queries';
import { WebhookForm } from './WebhookForm';
import styles from './Webhooks.module.css';
import { words } from './words';

/** What may be done with a webhook; what a test was answered with stays until the next. */
export function WebhookActions({ webhook }: { webhook: Webhook }) {
  const text = useWords(words);
  const { common, detail, errors } = useMessages();
  const { tenant = '' } = useParams({ strict: false });
  const header = useTenantHeader();
  const navigate = useNavigate();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, failure, act } = useAct();
  const [asked, setAsked] = useState<'edit' | 'rotate' | 'remove'>();
  const [trial, setTrial] = useState<Trial>();
  const [secret, setSecret] = useState<string>();
  const { id, url, events, isActive } = webhook;
  const params = { path: { id }, header };
  const close = () => setAsked(undefined);

  const test = () =>
    act(async () => {
      setTrial(undefined);
      setTrial(await answerOf(api.POST('/api/webhooks/{id}/test', { params })));
    });
  const turn = (on: boolean, isUndone = false): Promise<unknown> =>
    act(async () => {
      await answerOf(api.PATCH('/api/webhooks/{id}', { params, body: { isActive: on } }));
      const undo = () => void turn(!on, true);
      toast(on ? text.resumedDone : text.pausedDone, isUndone ? {} : { undo });
    });
  const rotate = () =>
    act(async () => {
      setSecret((await answerOf(api.POST('/api/webhooks/{id}/rotate-secret', { params }))).secret);
    }).finally(close);
  const remove = () =>
    act(async () => {
      await answerOf(api.DELETE('/api/webhooks/{id}', { params }));
      toast(text.removed);
      await navigate({ to: '/t/$tenant/webhooks', params: { tenant } });
    }).finally(close);

  const changing = refusalOf('PATCH /api/webhooks/{id}');
  const choices = [
    ['edit', text.edit, changing],
    ['rotate', text.rotate, refusalOf('POST /api/webhooks/{id}/rotate-secret')],
    ['remove', text.remove, refusalOf('DELETE /api/webhooks/{id}')],
  ] as const;
  return (
    <>
      <Button disabled={isBusy} refusal={refusalOf('POST /api/webhooks/{id}/test')} onClick={() => void test()}>
        {text.test}
      </Button>
      <Button disabled={isBusy} refusal={changing} onClick={() => void turn(!isActive)}>
        {isActive ? text.pause : text.resume}
      </Button>
      <DropdownMenu.Root>
        <DropdownMenu.Trigger asChild>
          <Button kind="quiet" aria-label={detail.more}>
            <Ellipsis size={16} aria-hidden />
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Portal>
          <DropdownMenu.Content className={shellStyles.dropdown} align="end">
            {choices.map(([name, label, refusal]) => (
              <DropdownMenu.Item
                key={name}
                className={shellStyles.option}
                disabled={refusal !== undefined}
                title={refusal}
                onSelect={() => setAsked(name)}
              >
                {label}
              </DropdownMenu.Item>
            ))}
          </DropdownMenu.Content>
        </DropdownMenu.Portal>
      </DropdownMenu.Root>
      {trial && (
        <div className={styles.answer} role="status">
          <Note kind={trial.ok ? 'info' : 'warning'}>
            {trial.ok
              ? text.testOk(trial.httpStatus, durationText(trial.durationMs))
              : text.testFailed(trial.message ?? '', durationText(trial.durationMs))}
          </Note>
        </div>
      )}
      {failure !== undefined && (
        <div className={styles.answer}>
          <ProblemNote error={failure} title={errors.action} />
        </div>
      )}
      {asked === 'edit' && (
        <Layer title={text.editTitle} isOpen onClose={close}>
          <WebhookForm
            fields={{ url, events, isActive }}
            action={common.save}
            buttons={<Button onClick={close}>{common.close}</Button>}
            onSubmit={async (body) => {
              await answerOf(api.PATCH('/api/webhooks/{id}', { params, body }));
              toast(common.saved);
              close();
            }}
          />
        </Layer>
      )}
      {asked === 'rotate' && (
        <Confirm
          title={text.rotateTitle(url)}
          text={text.rotateText}
          action={text.rotateSubmit}
          isOpen
          isBusy={isBusy}
          isHarmless
          onClose={close}
          onConfirm={() => void rotate()}
        />
      )}
      {asked === 'remove' && (
        <Confirm
          title={text.removeTitle(url)}
          text={text.removeText}
          action={text.removeSubmit}
          isOpen
          isBusy={isBusy}
          onClose={close}
          onConfirm={() => void remove()}
        />
      )}
      {secret !== undefined && (
        <SecretOnce
          title={text.secretTitle}
          text={text.secretText}
          secret={secret}
          onClose={() => setSecret(undefined)}
        />
      )}
    </>
  );
}
