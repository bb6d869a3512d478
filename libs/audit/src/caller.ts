import { AsyncLocalStorage } from 'node:async_hooks';
import type { ActorKind } from './audit-entry.entity';

/** Who makes changes, as the audit log tells it. */
export interface Caller {
  /** `key:erk_a1B2c3`, `platform`, or what of the product it is. */
  actor: string;
  actorKind: ActorKind;
  /** The IP address that the request came from. */
  address: string | null;
  requestId: string | null;
}

/** Who makes changes that nobody asks for: those outside of a request, and what follows from a provider's word. */
export const product: Caller = { actor: 'system', actorKind: 'system', address: null, requestId: null };

const callers = new AsyncLocalStorage<Caller>();

/** Runs `work`; whatever it changes, however deep, was changed by this caller. */
export function actingAs<R>(caller: Caller, work: () => R): R {
  return callers.run(caller, work);
}

let acting = 0;

/**
 * Begins work that is known to be over some time: then the function that is returned is called, once. While nobody acts,
 * nothing is carried along: up to Node 22 that costs each promise of the process, a tenth of the CPU of a create.
 */
export function beginActingAs(caller: Caller, work: () => void): () => void {
  acting += 1;
  callers.run(caller, work);
  return () => {
    acting -= 1;
    if (acting === 0) callers.disable();
  };
}

export function currentCaller(): Caller {
  return callers.getStore() ?? product;
}
