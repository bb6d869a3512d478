import type { Activity, Waiting } from '../api';
import { useMessages } from '../i18n';
import { useRelative, useTimeText } from '../time';

type Asked = Pick<
  Activity,
  'status' | 'lastError' | 'dispatchAttemptCount' | 'provider' | 'nextAttemptAt' | 'redrivenAs'
> & {
  waitingFor?: Waiting | null | undefined;
};

/** In few words, why an activity stands where it does: the answer column of the list. */
export function useWhy(): (activity: Asked) => string {
  const { why, common } = useMessages();
  const sentence = useWaitingSentence();
  const relative = useRelative();
  return (activity) => {
    const { status, lastError, dispatchAttemptCount: attempts, waitingFor, redrivenAs } = activity;
    const error = lastError ? reasonOf(lastError) : undefined;
    switch (status) {
      case 'READY': {
        const soon = waitingFor?.until ? relative(waitingFor.until) : '';
        if (waitingFor?.reason === 'RETRY' && soon !== '') return `${why.retryIn(soon)}${error ? ` · ${error}` : ''}`;
        return waitingFor ? sentence(activity, waitingFor) : common.none;
      }
      case 'UNRESOLVED':
        return error ?? common.none;
      case 'FAILED':
        return (
          [redrivenAs === null ? undefined : why.repeated, attempts > 0 ? why.attempts(attempts) : undefined, error]
            .filter(Boolean)
            .join(' · ') || common.none
        );
      case 'DISPATCHED':
        return why.awaitsResult;
      case 'COMPLETED':
        return why.completed;
      case 'CANCELED':
        return why.canceled;
    }
  };
}

/** The provider's reason where it gave one, else the code. */
export function reasonOf({ code, message }: { code: string; message: string }): string {
  return message === '' ? code : message;
}

/** What a waiting activity waits for, as a sentence with its time. */
export function useWaitingSentence(): (activity: Asked, waiting: Waiting) => string {
  const { waiting: words } = useMessages();
  const timeText = useTimeText();
  const relative = useRelative();
  return ({ dispatchAttemptCount, lastError }, { reason, until, config }) => {
    const account = config?.name ?? words.theAccount;
    const time = until === null ? '' : timeText(until);
    switch (reason) {
      case 'SCHEDULE':
        return words.SCHEDULE(time, until === null ? '' : relative(until));
      case 'RETRY':
        return words.RETRY(dispatchAttemptCount + 1, time, lastError ? reasonOf(lastError) : '');
      case 'IN_FLIGHT':
        return words.IN_FLIGHT(account);
      case 'PROVIDER_PAUSED':
        return words.PROVIDER_PAUSED(account);
      case 'PROVIDER_DOWN':
        return words.PROVIDER_DOWN(account, time);
      case 'PROVIDER_MISCONFIGURED':
        return words.PROVIDER_MISCONFIGURED(account);
      case 'RATE_LIMIT':
        return words.RATE_LIMIT(account, time);
      case 'TENANT_PAUSED':
        return words.TENANT_PAUSED;
      case 'QUEUE':
        return words.QUEUE;
    }
  };
}
