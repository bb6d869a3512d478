import { CallSlots } from './call-slots';

describe('call slots', () => {
  it('bound how many run in all, and serve who waits in turn', async () => {
    const slots = new CallSlots(2, 1);
    expect(await Promise.all([slots.take('a'), slots.take('b')])).toEqual([true, true]);
    const order: string[] = [];
    const waiting = ['c', 'd'].map((owner) => slots.take(owner).then(() => order.push(owner)));
    slots.release('a');
    await waiting[0];
    expect(order).toEqual(['c']);
    slots.release('b');
    await waiting[1];
    expect(order).toEqual(['c', 'd']);
  });

  it('let others pass an owner who has his share', async () => {
    const slots = new CallSlots(3, 1);
    await slots.take('a');
    const second = slots.take('a');
    expect(await slots.take('b')).toBe(true);
    slots.release('b');
    slots.release('a');
    expect(await second).toBe(true);
  });

  it('are kept for those who have none, however many take all that they may', async () => {
    const slots = new CallSlots(16, 4);
    const taken: string[] = [];
    for (const owner of ['a', 'b', 'c', 'd', 'e']) while (slots.tryTake(owner)) taken.push(owner);
    expect(taken.join('')).toBe('aaaabbbbcde');
    expect(slots.tryTake('sixth')).toBe(true);
    const more = slots.take('e');
    // One that comes free is for who has none, as long as more than half are taken.
    slots.release('a');
    expect(slots.tryTake('seventh')).toBe(true);
    for (const owner of ['a', 'a', 'a', 'b', 'b']) slots.release(owner);
    expect(await more).toBe(true);
  });

  it('are given up on in time, or when the caller is stopped, and are then free for the next', async () => {
    const slots = new CallSlots(1, 1);
    await slots.take('a');
    expect(await slots.take('b', undefined, 1)).toBe(false);
    const stop = new AbortController();
    const stopped = slots.take('b', stop.signal);
    stop.abort();
    expect(await stopped).toBe(false);
    expect(await slots.take('b', stop.signal)).toBe(false);
    slots.release('a');
    expect(await slots.take('c', undefined, 1)).toBe(true);
  });

  it('serve owners in turn, and the calls of one in their order', async () => {
    const slots = new CallSlots(1, 1);
    await slots.take('a');
    const order: string[] = [];
    const waiting = ['b1', 'b2', 'c1'].map((call) => slots.take(call.charAt(0)).then(() => order.push(call)));
    for (const owner of ['a', 'b', 'c', 'b']) {
      slots.release(owner);
      await new Promise(setImmediate);
    }
    await Promise.all(waiting);
    expect(order).toEqual(['b1', 'c1', 'b2']);
  });

  it('are none for anybody once they are closed', async () => {
    const slots = new CallSlots(1, 1);
    await slots.take('a');
    const waiting = slots.take('b');
    slots.close();
    expect(await waiting).toBe(false);
    slots.release('a');
    expect(slots.tryTake('a')).toBe(false);
    expect(await slots.take('a')).toBe(false);
  });
});
