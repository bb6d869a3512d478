import { RefusalSample } from './refusal-sample';

const taken = (sample: RefusalSample, attempts: [caller: string, log: string][], now: number) =>
  attempts.filter(([caller, log]) => sample.takes(caller, log, now)).length;

describe('the sample of refusals', () => {
  it('has the first few of each caller, and again a minute later', () => {
    const sample = new RefusalSample();
    const attempts = Array.from({ length: 1000 }, (): [string, string] => ['one', 'a']);
    expect(taken(sample, attempts, 0)).toBe(5);
    expect(taken(sample, attempts, 59_999)).toBe(0);
    expect(sample.takes('another', 'a', 59_999)).toBe(true);
    expect(taken(sample, attempts, 60_000)).toBe(5);
  });

  it('is bounded in each log, whoever comes, and leaves room for the others', () => {
    const sample = new RefusalSample();
    const strangers = Array.from({ length: 100_000 }, (_, n): [string, string] => [`10.0.0.${n}`, '']);
    expect(taken(sample, strangers, 0)).toBe(30);
    expect(sample.takes('key', 'tenant', 0)).toBe(true);
  });

  it('is bounded in all', () => {
    const sample = new RefusalSample();
    const tenants = Array.from({ length: 10_000 }, (_, n): [string, string] => [`key ${n}`, `tenant ${n}`]);
    expect(taken(sample, tenants, 0)).toBe(120);
  });
});
