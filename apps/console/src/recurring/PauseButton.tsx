import { answerOf, api } from '../api';
import { useWords } from '../i18n';
import { useRefusal } from '../session/me';
import { useTenantHeader } from '../session/tenant';
import { useAct } from '../ui/act';
import { Button } from '../ui/Button';
import { useToast } from '../ui/Toasts';
import { nameOf } from './name';
import type { Recurring } from './queries';
import { words } from './words';

interface PauseButtonProps {
  recurring: Recurring;
  /** @param failure undefined once it has succeeded */
  onAnswer: (failure: unknown) => void;
}

/** Pauses or resumes at once; the opposite is offered for a while. Nothing where it is over. */
export function PauseButton({ recurring, onAnswer }: PauseButtonProps) {
  const text = useWords(words);
  const header = useTenantHeader();
  const refusalOf = useRefusal();
  const toast = useToast();
  const { isBusy, act } = useAct();
  const { id, status } = recurring;
  const name = nameOf(recurring);
  if (status === 'completed') return null;

  const set = (to: 'pause' | 'resume', isUndone = false): void =>
    void act(async () => {
      const asked = { params: { path: { id }, header }, body: {} };
      const call =
        to === 'pause' ? api.POST('/v1/recurring/{id}/pause', asked) : api.POST('/v1/recurring/{id}/resume', asked);
      try {
        await answerOf(call);
      } catch (error) {
        onAnswer(error);
        throw error;
      }
      onAnswer(undefined);
      const done = to === 'pause' ? text.paused(name) : text.resumed(name);
      toast(done, isUndone ? {} : { undo: () => set(to === 'pause' ? 'resume' : 'pause', true) });
    });

  const isPaused = status === 'paused';
  return (
    <Button
      disabled={isBusy}
      refusal={refusalOf(isPaused ? 'POST /v1/recurring/{id}/resume' : 'POST /v1/recurring/{id}/pause')}
      aria-label={isPaused ? text.resumeOf(name) : text.pauseOf(name)}
      onClick={() => set(isPaused ? 'resume' : 'pause')}
    >
      {isPaused ? text.resume : text.pause}
    </Button>
  );
}
