import type { ResultStatus } from '@errand/vocabulary';
import fc from 'fast-check';
import type { CallEnd } from './reference';

/** `pick` chooses among what there is at that time: the activity, or the worker's holding, of that number. */
export type Step =
  | { do: 'create'; activities: { key: number; inMs: number; score: number; isLate: boolean }[] }
  | { do: 'claim'; worker: number; limit: number }
  | { do: 'claimOne'; worker: number; pick: number }
  | { do: 'settle'; worker: number; ends: { end: CallEnd; retryInMs: number }[] }
  | { do: 'claimUpcoming' | 'renew' | 'giveBack'; worker: number }
  | { do: 'takeOver'; renewedMeanwhile: boolean }
  | { do: 'wake' | 'applyHeld' }
  | { do: 'pass'; ms: number }
  | { do: 'cancel' | 'retryResolution'; pick: number }
  | { do: 'change'; pick: number; inMs: number | null; score: number | null }
  | { do: 'result'; pick: number; status: ResultStatus; hardOverride: boolean }
  | { do: 'lateValue'; isThere: boolean }
  | { do: 'redrive'; pick: number | null; dryRun: boolean };

const pick = fc.nat(20);
const worker = fc.nat(2);
const score = fc.nat(2);
const inMs = fc.constantFrom(-5_000, 0, 4_000, 15_000);
const status = fc.constantFrom<ResultStatus>('PENDING', 'COMPLETED', 'NOT_EXECUTED', 'CANCELED', 'TRANSFERRED');
const end = fc.record({
  end: fc.constantFrom<CallEnd>('accepted', 'rejected', 'rejected', 'lost', 'probeFailed'),
  retryInMs: fc.constantFrom(0, 0, 3_000),
});
const activity = fc.record({ key: fc.nat(30), inMs, score, isLate: fc.constantFrom(false, false, false, true) });

function step<Name extends Step['do'], Fields extends object>(
  name: Name,
  fields: { [F in keyof Fields]: fc.Arbitrary<Fields[F]> },
) {
  return fc.record<{ do: Name } & Fields>({ do: fc.constant(name), ...fields } as never);
}

/** Any step; what moves activities forward comes more often than what ends them. */
const anyStep = fc.oneof(
  { weight: 5, arbitrary: step('create', { activities: fc.array(activity, { minLength: 1, maxLength: 2 }) }) },
  { weight: 7, arbitrary: step('claim', { worker, limit: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 2, arbitrary: step('claimOne', { worker, pick }) },
  { weight: 8, arbitrary: step('settle', { worker, ends: fc.array(end, { minLength: 1, maxLength: 3 }) }) },
  { weight: 2, arbitrary: step('claimUpcoming', { worker }) },
  { weight: 2, arbitrary: step('renew', { worker }) },
  { weight: 2, arbitrary: step('giveBack', { worker }) },
  { weight: 3, arbitrary: step('takeOver', { renewedMeanwhile: fc.boolean() }) },
  { weight: 3, arbitrary: step('wake', {}) },
  { weight: 3, arbitrary: step('applyHeld', {}) },
  { weight: 4, arbitrary: step('pass', { ms: fc.constantFrom(1_000, 6_000, 11_000) }) },
  { weight: 2, arbitrary: step('cancel', { pick }) },
  { weight: 2, arbitrary: step('retryResolution', { pick }) },
  {
    weight: 2,
    arbitrary: step('change', { pick, inMs: fc.option(inMs), score: fc.option(score) }),
  },
  { weight: 8, arbitrary: step('result', { pick, status, hardOverride: fc.constantFrom(false, false, true) }) },
  { weight: 1, arbitrary: step('lateValue', { isThere: fc.boolean() }) },
  { weight: 2, arbitrary: step('redrive', { pick: fc.option(pick), dryRun: fc.boolean() }) },
) as fc.Arbitrary<Step>;

export const manySteps = fc.array(anyStep, { minLength: 10, maxLength: 60, size: 'max' });
