import type { FailedOutcome } from './dispatcher';

/** Thrown from a dispatcher where there is no call to make: the outcome goes without one. */
export class OutcomeError extends Error {
  override readonly name = 'OutcomeError';

  constructor(readonly outcome: FailedOutcome) {
    super(outcome.message);
  }
}
