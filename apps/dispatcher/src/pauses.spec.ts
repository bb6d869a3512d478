import { Pauses } from './pauses';

describe('the pause of what fails', () => {
  let now: number;
  let pauses: Pauses;
  beforeEach(() => {
    now = 1_000;
    pauses = new Pauses(5_000, () => now);
  });

  it('doubles with each failure, up to 30 s', () => {
    const lengths = [5_000, 10_000, 20_000, 30_000, 30_000].map((expected) => {
      pauses.lengthen('a');
      const length = pauses.until('a') - now;
      now = pauses.until('a');
      return [length, expected];
    });
    for (const [length, expected] of lengths) expect(length).toBe(expected);
  });

  it('is over for good once it works', () => {
    for (let failure = 0; failure < 3; failure += 1) pauses.lengthen('a');
    pauses.end('a');
    expect(pauses.until('a')).toBe(0);
    pauses.lengthen('a');
    expect(pauses.until('a')).toBe(now + 5_000);
  });

  it('is no other’s', () => {
    pauses.lengthen('a');
    pauses.lengthen('a');
    expect(pauses.until('b')).toBe(0);
    pauses.lengthen('b');
    pauses.end('a');
    expect(pauses.until('b')).toBe(now + 5_000);
  });

  it('does not grow while the database is away, which says nothing of what is tried', () => {
    const away = Object.assign(new Error('connection refused'), { code: 'ECONNREFUSED' });
    for (const error of [new Error('one'), new Error('two'), away, away]) pauses.failed('a', error);
    expect(pauses.until('a')).toBe(now + 5_000);
    expect(pauses.isOn('a')).toBe(true);
    now += 5_000;
    expect(pauses.isOn('a')).toBe(false);
    pauses.failed('a', new Error('three'));
    expect(pauses.until('a')).toBe(now + 10_000);
  });
});
