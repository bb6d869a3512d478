import { setMaxListeners } from 'node:events';
import { callsAreFor, ownTimeMs } from '@errand/outbound';
import type { DispatcherAnswer } from './dispatcher';
import { failure } from './outcome';

/** A dispatcher gets this much longer than its own deadline before it counts as hung. */
const deadlineSlackMs = 1_000;

/**
 * A signal for each call that aborts when the caller's does, or when that call's time is up. A signal also tells for
 * how long its call was kept waiting by this process. They are used again: a new one that listens to the caller's costs
 * 11 µs, a tenth of the CPU of a call.
 */
class CallSignals {
  private readonly idle: AbortController[] = [];
  private readonly all = new Set<AbortController>();

  constructor(caller: AbortSignal) {
    caller.addEventListener('abort', () => {
      for (const call of this.all) call.abort(caller.reason);
    });
  }

  take(): AbortController {
    const known = this.idle.pop();
    if (known) return known;
    const call = new AbortController();
    setMaxListeners(0, call.signal);
    this.all.add(call);
    return call;
  }

  giveBack(call: AbortController): void {
    this.idle.push(call);
  }

  /** Ends the call; its signal is not used again. */
  end(call: AbortController): void {
    this.all.delete(call);
    call.abort(new Error('The call took longer than its deadline'));
  }
}

/** By the caller's signal. */
const signalsOf = new WeakMap<AbortSignal, CallSignals>();

/**
 * The outcome of a call. One whose dispatcher ignores its deadline is ended, and is a TIMEOUT. Time in which the call
 * waited for this process, not for the provider, does not count.
 * @param owner whose share of connections and the like the call has
 */
export async function withDeadline(
  dispatch: (signal: AbortSignal) => Promise<DispatcherAnswer>,
  timeoutMs: number,
  caller: AbortSignal,
  owner: string,
): Promise<DispatcherAnswer> {
  const signals = signalsOf.get(caller) ?? new CallSignals(caller);
  signalsOf.set(caller, signals);
  const call = signals.take();
  callsAreFor(owner, call.signal);
  const endsAt = performance.now() + timeoutMs + deadlineSlackMs - ownTimeMs(call.signal);
  // One promise and a plain timer: a race of two makes four more promises a call, and cancelling one of timers/promises
  // an AbortError, a tenth of a drain's CPU.
  return new Promise((resolve, reject) => {
    let isHung = false;
    const look = () => {
      const leftMs = endsAt + ownTimeMs(call.signal) - performance.now();
      if (leftMs > 0) {
        timer = setTimeout(look, leftMs);
        return;
      }
      isHung = true;
      signals.end(call);
      // One that answers as its call is ended knows more, such as that the provider had accepted it.
      const tooLate = () => resolve(failure('TIMEOUT', `The dispatcher gave no outcome within its ${timeoutMs} ms`));
      setImmediate(tooLate);
    };
    let timer = setTimeout(look, timeoutMs + deadlineSlackMs);
    const isOver = () => {
      clearTimeout(timer);
      if (!isHung) signals.giveBack(call);
    };
    dispatch(call.signal).then(
      (answer) => {
        isOver();
        resolve(answer);
      },
      (error: Error) => {
        isOver();
        reject(error);
      },
    );
  });
}

/**
 * For a dispatcher that makes several requests for one call: what is left of the call's time, in ms and at least 1.
 * Begin when the call does.
 */
export function timeLeft(timeoutMs: number, signal: AbortSignal): () => number {
  const endsAt = performance.now() + timeoutMs - ownTimeMs(signal);
  return () => Math.max(1, Math.ceil(endsAt + ownTimeMs(signal) - performance.now()));
}
