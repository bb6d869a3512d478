import { OneAtATime } from './one-at-a-time';

/** Work that ends when the test says so. */
function startWork() {
  const failed: unknown[] = [];
  const one = new OneAtATime((error, place) => failed.push([error, place]));
  const started: string[] = [];
  const ends: (() => void)[] = [];
  const run = (place: string, name = place) =>
    one.run(place, () => {
      started.push(name);
      return new Promise((resolve) => ends.push(resolve));
    });
  /** Ends the work that has run longest. */
  const end = async () => {
    ends.shift()?.();
    await new Promise(setImmediate);
  };
  return { one, failed, started, run, end };
}

describe('one at a time', () => {
  it('runs different places side by side', () => {
    const { started, run } = startWork();
    run('a');
    run('b');
    expect(started).toEqual(['a', 'b']);
  });

  it('runs what is asked for meanwhile afterwards, once, however often it was asked for', async () => {
    const { started, run, end } = startWork();
    run('a', 'first');
    run('a', 'again');
    run('a', 'again');
    expect(started).toEqual(['first']);
    await end();
    expect(started).toHaveLength(2);
    await end();
    expect(started).toHaveLength(2);
  });

  it('runs it once more for each time it was asked for while it ran', async () => {
    const { started, run, end } = startWork();
    run('a');
    for (let round = 2; round < 5; round += 1) {
      run('a');
      await end();
      expect(started).toHaveLength(round);
    }
  });

  it('starts anew where nothing runs', async () => {
    const { started, run, end } = startWork();
    run('a');
    await end();
    run('a');
    expect(started).toEqual(['a', 'a']);
  });

  it('tells of work that fails, and runs more at its place', async () => {
    const { one, failed, started, run, end } = startWork();
    const error = new Error('no answer');
    one.run('a', () => Promise.reject(error));
    await end();
    expect(failed).toEqual([[error, 'a']]);
    run('a');
    expect(started).toEqual(['a']);
  });

  it('tells work under way when everything stops', async () => {
    const { one } = startWork();
    one.run('a', () => new Promise((resolve) => one.signal.addEventListener('abort', () => resolve())));
    await one.stop();
    expect(one.signal.aborted).toBe(true);
  });

  it('stops once all that runs is over, and starts nothing more', async () => {
    const { one, started, run, end } = startWork();
    run('a');
    run('b');
    run('a');
    let isStopped = false;
    const stopped = one.stop().then(() => (isStopped = true));
    await end();
    run('c');
    expect([started, isStopped]).toEqual([['a', 'b'], false]);
    await end();
    await stopped;
    expect(started).toEqual(['a', 'b']);
  });
});
