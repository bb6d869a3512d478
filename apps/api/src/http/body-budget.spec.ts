import { BodyBudget } from './body-budget';

const free = 16 * 1024;
const refused: string[] = [];
const opened = (budget: BodyBudget, owner: string, name: string) => budget.open(owner, () => refused.push(name));

describe('the bytes of bodies', () => {
  beforeEach(() => refused.splice(0));

  it('are counted beyond what is free, until the body is closed', () => {
    const budget = new BodyBudget(1000);
    const bodies = Array.from({ length: 300 }, (_, index) => opened(budget, 'a', `a${index}`));
    for (const body of bodies) body.add(free);
    expect(budget.heldBytes).toBe(0);
    bodies[0]?.add(100);
    bodies[0]?.whole();
    expect(budget.heldBytes).toBe(100);
    for (const body of [...bodies, ...bodies]) body.close();
    expect([budget.heldBytes, refused]).toEqual([0, []]);
  });

  it('of one owner are a quarter at most: the oldest that is still coming is given up', () => {
    const budget = new BodyBudget(1000);
    const [whole, slow, young] = ['whole', 'slow', 'young'].map((name) => opened(budget, 'a', name));
    whole?.add(free + 100);
    whole?.whole();
    slow?.add(free + 100);
    young?.add(free + 50);
    expect(refused).toEqual([]);
    young?.add(1);
    expect(refused).toEqual(['slow']);
    expect([slow?.isOpen, budget.heldBytes]).toEqual([false, 151]);
  });

  it('of all are bounded at the cost of whoever holds the most', () => {
    const budget = new BodyBudget(1000);
    for (const owner of ['a', 'b', 'c', 'd']) opened(budget, owner, owner).add(free + 240);
    const late = opened(budget, 'e', 'late');
    late.add(free + 100);
    expect([refused, late.isOpen]).toEqual([['a'], true]);
  });

  it('that are all being worked on leave no room for another large body, but for every small one', () => {
    const budget = new BodyBudget(1000);
    for (const owner of ['a', 'b', 'c', 'd']) {
      const body = opened(budget, owner, owner);
      body.add(free + 250);
      body.whole();
    }
    const [small, large] = [opened(budget, 'e', 'small'), opened(budget, 'f', 'large')];
    small.add(free);
    large.add(free + 1);
    expect([refused, small.isOpen]).toEqual([['large'], true]);
  });
});
