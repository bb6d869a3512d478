import { ACTIVITY_STATUSES } from '@errand/vocabulary';
import { isFinal, transitions } from './status';

describe('the status machine', () => {
  it('has exactly the transitions of the contract', () => {
    expect(Object.values(transitions).map(({ from, to }) => `${from ?? '–'} → ${to}`)).toEqual([
      '– → READY',
      'READY → UNRESOLVED',
      'UNRESOLVED → READY',
      'READY → DISPATCHED',
      'READY → CANCELED',
      'READY → FAILED',
      'DISPATCHED → COMPLETED',
      'DISPATCHED → FAILED',
      'DISPATCHED → CANCELED',
    ]);
  });

  it('reaches every status from creation', () => {
    const reached = new Set<string | null>([null]);
    for (let size = 0; size !== reached.size;) {
      size = reached.size;
      for (const { from, to } of Object.values(transitions)) if (reached.has(from)) reached.add(to);
    }
    expect(ACTIVITY_STATUSES.filter((status) => !reached.has(status))).toEqual([]);
  });

  it('ends in COMPLETED, CANCELED and FAILED', () => {
    expect(ACTIVITY_STATUSES.filter(isFinal)).toEqual(['COMPLETED', 'CANCELED', 'FAILED']);
  });
});
