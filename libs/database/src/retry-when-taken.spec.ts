import { retryWhenTaken } from './retry-when-taken';

const taken = Object.assign(new Error('duplicate key'), { code: '23505', severity: 'ERROR' });

describe('what looks up unique values and stores the rest', () => {
  const failing = (times: number, error: Error) => {
    let tries = 0;
    return () => {
      tries += 1;
      return tries <= times ? Promise.reject(error) : Promise.resolve(tries);
    };
  };

  it('looks again when one was taken in between, twice at most', async () => {
    expect(await retryWhenTaken(failing(2, taken))).toBe(3);
    await expect(retryWhenTaken(failing(3, taken))).rejects.toBe(taken);
  });

  it('fails at once with any other error', async () => {
    const other = new Error('connection refused');
    await expect(retryWhenTaken(failing(1, other))).rejects.toBe(other);
  });
});
