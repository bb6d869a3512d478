import { DueTimer } from './due-timer';

/** A timer whose clock is the fake one, `aheadMs` off. */
function startTimer(aheadMs = 0) {
  const called: string[] = [];
  const now = () => Date.now() + aheadMs;
  const timer = new DueTimer(now, (key) => called.push(key));
  return { timer, called, in_: (ms: number) => new Date(now() + ms) };
}

describe('the due timer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('calls for each key when it is due, the first one first', () => {
    const { timer, called, in_ } = startTimer();
    timer.noLaterThan('late', in_(300));
    timer.noLaterThan('early', in_(100));
    timer.noLaterThan('middle', in_(200));
    jest.advanceTimersByTime(99);
    expect(called).toEqual([]);
    for (const expected of [['early'], ['early', 'middle'], ['early', 'middle', 'late']]) {
      jest.advanceTimersByTime(100);
      expect(called).toEqual(expected);
    }
  });

  it('calls once for a key, at the earliest of its times', () => {
    const { timer, called, in_ } = startTimer();
    timer.noLaterThan('a', in_(200));
    timer.noLaterThan('a', in_(100));
    timer.noLaterThan('a', in_(150));
    jest.advanceTimersByTime(100);
    expect(called).toEqual(['a']);
    jest.advanceTimersByTime(1_000);
    expect(called).toEqual(['a']);
  });

  it('calls at once for what is due already, not before who asked has gone on', () => {
    const { timer, called, in_ } = startTimer();
    timer.noLaterThan('a', in_(-5_000));
    expect(called).toEqual([]);
    jest.advanceTimersByTime(0);
    expect(called).toEqual(['a']);
  });

  it('calls for several that are due together in one go', () => {
    const { timer, called, in_ } = startTimer();
    for (const key of ['a', 'b', 'c']) timer.noLaterThan(key, in_(100));
    expect(jest.getTimerCount()).toBe(1);
    jest.advanceTimersByTime(100);
    expect(called).toEqual(['a', 'b', 'c']);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('can be set again from within the call', () => {
    const called: number[] = [];
    const start = Date.now();
    const timer: DueTimer = new DueTimer(Date.now, (key) => {
      called.push(Date.now() - start);
      if (called.length < 3) timer.noLaterThan(key, new Date(Date.now() + 50));
    });
    timer.noLaterThan('a', new Date(start + 50));
    jest.advanceTimersByTime(1_000);
    expect(called).toEqual([50, 100, 150]);
  });

  it('goes by the clock it was given', () => {
    const { timer, called, in_ } = startTimer(60_000);
    timer.noLaterThan('a', in_(100));
    jest.advanceTimersByTime(100);
    expect(called).toEqual(['a']);
  });

  it('never calls before its time by a clock that has fractions of a millisecond', () => {
    const called: number[] = [];
    const now = () => Date.now() - 0.4;
    const timer = new DueTimer(now, () => called.push(now()));
    const at = new Date(Date.now() + 10);
    timer.noLaterThan('a', at);
    jest.advanceTimersByTime(1_000);
    expect(called).toHaveLength(1);
    expect(called[0]).toBeGreaterThanOrEqual(at.getTime());
  });

  it('waits longer than setTimeout can, in steps and calling for nothing meanwhile', () => {
    const { timer, called, in_ } = startTimer();
    const days = 24 * 3_600_000;
    timer.noLaterThan('a', in_(60 * days));
    for (let day = 0; day < 59; day += 1) jest.advanceTimersByTime(days);
    expect(called).toEqual([]);
    jest.advanceTimersByTime(days);
    expect(called).toEqual(['a']);
  });

  it('knows nothing of a key that was forgotten, and still calls for the others', () => {
    const { timer, called, in_ } = startTimer();
    timer.noLaterThan('a', in_(100));
    timer.noLaterThan('b', in_(200));
    timer.forget('a');
    jest.advanceTimersByTime(200);
    expect(called).toEqual(['b']);
    timer.noLaterThan('a', in_(100));
    jest.advanceTimersByTime(100);
    expect(called).toEqual(['b', 'a']);
  });

  it('calls for nothing once it is stopped', () => {
    const { timer, called, in_ } = startTimer();
    timer.noLaterThan('a', in_(100));
    timer.stop();
    timer.noLaterThan('b', in_(100));
    expect(jest.getTimerCount()).toBe(0);
    jest.advanceTimersByTime(1_000);
    expect(called).toEqual([]);
  });
});
