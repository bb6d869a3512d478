import { HintSender } from './hint-sender';

/** A sender with what it sent, and how many of its failures were told. */
function startSender(notify: (payload: string) => Promise<void> = () => Promise.resolve()) {
  const sent: string[] = [];
  const warnings: unknown[] = [];
  const notifications = {
    notify: (channel: string, payload: string) => {
      sent.push(`${channel}: ${payload}`);
      return notify(payload);
    },
  };
  const sender = new HintSender('work', notifications, { warn: (fields: unknown) => warnings.push(fields) } as never);
  return { sender, sent, warnings };
}

describe('the hint sender', () => {
  beforeEach(() => jest.useFakeTimers({ now: 1_000_000 }));
  afterEach(() => jest.useRealTimers());

  it('sends the first hint as soon as who sends it has gone on, together with the others of that turn', () => {
    const { sender, sent } = startSender();
    sender.send('a');
    sender.send('b');
    sender.send('a');
    expect(sent).toEqual([]);
    jest.advanceTimersByTime(0);
    expect(sent).toEqual(['work: a,b']);
  });

  it('sends what follows at most every 5 ms, together', () => {
    const { sender, sent } = startSender();
    sender.send('a');
    jest.advanceTimersByTime(0);
    for (const hint of ['b', 'c', 'd']) {
      sender.send(hint);
      jest.advanceTimersByTime(1);
    }
    expect(sent).toEqual(['work: a']);
    jest.advanceTimersByTime(2);
    expect(sent).toEqual(['work: a', 'work: b,c,d']);
    jest.advanceTimersByTime(100);
    sender.send('e');
    jest.advanceTimersByTime(0);
    expect(sent.at(-1)).toBe('work: e');
  });

  it('says “everywhere” for more than NOTIFY takes', () => {
    const { sender, sent } = startSender();
    const longest = Array.from({ length: 91 }, (_, index) => String(index).padStart(84, 'x'));
    for (const hint of longest.slice(1)) sender.send(hint);
    jest.advanceTimersByTime(0);
    expect(Buffer.byteLength(sent[0] ?? '')).toBeLessThan(8_000);
    expect(sent[0]?.split(',')).toHaveLength(90);
    for (const hint of longest) sender.send(hint);
    jest.advanceTimersByTime(5);
    expect(sent[1]).toBe('work: ');
  });

  it('tells of a hint that could not be sent, and sends the next', async () => {
    const { sender, sent, warnings } = startSender((payload) =>
      payload === 'a' ? Promise.reject(new Error('away')) : Promise.resolve(),
    );
    sender.send('a');
    await jest.advanceTimersByTimeAsync(0);
    expect(warnings).toEqual([{ err: new Error('away') }]);
    sender.send('b');
    await jest.advanceTimersByTimeAsync(5);
    expect(sent).toEqual(['work: a', 'work: b']);
    expect(warnings).toHaveLength(1);
  });

  it('sends what is pending when it ends, and waits for it', async () => {
    let arrive = () => {};
    const { sender, sent } = startSender(() => new Promise((resolve) => (arrive = resolve)));
    sender.send('a');
    let hasEnded = false;
    const ended = sender.end().then(() => (hasEnded = true));
    await jest.advanceTimersByTimeAsync(100);
    expect([sent, hasEnded]).toEqual([['work: a'], false]);
    arrive();
    await ended;
  });
});
