import { EndpointPauses } from './endpoint-pauses';

describe('the pause of an endpoint that is down', () => {
  let now: number;
  let pauses: EndpointPauses;
  beforeEach(() => {
    now = 1_000;
    pauses = new EndpointPauses(5_000, () => now);
  });

  it('doubles with each batch that fails whole, up to 30 s', () => {
    const lengths = [5_000, 10_000, 20_000, 30_000, 30_000].map((expected) => {
      pauses.lengthen('a');
      const length = pauses.until('a') - now;
      now = pauses.until('a');
      return [length, expected];
    });
    for (const [length, expected] of lengths) expect(length).toBe(expected);
  });

  it('is over for good once the endpoint is up', () => {
    for (let batch = 0; batch < 3; batch += 1) pauses.lengthen('a');
    pauses.end('a');
    expect(pauses.until('a')).toBe(0);
    pauses.lengthen('a');
    expect(pauses.until('a')).toBe(now + 5_000);
  });

  it('is no other endpoint’s', () => {
    pauses.lengthen('a');
    pauses.lengthen('a');
    expect(pauses.until('b')).toBe(0);
    pauses.lengthen('b');
    pauses.end('a');
    expect(pauses.until('b')).toBe(now + 5_000);
  });
});
