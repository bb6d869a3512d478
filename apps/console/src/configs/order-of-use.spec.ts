import { prioritiesFor } from './order-of-use';

const at = (text: string) =>
  text.split(' ').map((one) => {
    const [id = '', priority] = one.split(':');
    return { id, priority: Number(priority) };
  });

describe('prioritiesFor', () => {
  it.each([
    ['changes nothing of what is in order', 'a:0 b:0 c:1', ''],
    ['takes the priority of the next where the older id comes first anyway', 'a:2 b:1', 'a:1'],
    ['goes below the next where it would come after it', 'b:1 a:1', 'b:0'],
    ['pushes those before along', 'a:0 c:5 b:0', 'c:-1 a:-1'],
    ['leaves room where there is some', 'a:0 c:20 b:10', 'c:9'],
  ])('%s', (_, wanted, changed) => {
    const found = prioritiesFor(at(wanted)).map(({ id, priority }) => `${id}:${priority}`);
    expect(found.join(' ')).toBe(changed);
  });

  it('ends in the order that is wanted, of whatever it begins with', () => {
    const wanted = at('d:3 a:3 c:0 b:-7 e:9');
    const changed = new Map(prioritiesFor(wanted).map(({ id, priority }) => [id, priority]));
    const used = wanted
      .map(({ id, priority }) => ({ id, priority: changed.get(id) ?? priority }))
      .sort((a, b) => a.priority - b.priority || (a.id < b.id ? -1 : 1));
    expect(used.map(({ id }) => id)).toEqual(wanted.map(({ id }) => id));
  });
});
