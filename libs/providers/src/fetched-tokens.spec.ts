import { FetchedTokens } from './fetched-tokens';

const account = (secret: string) => ({
  ...{ id: 'a', baseUrl: null, settings: {}, timeoutMs: 1 },
  credentials: { secret },
});
const counting = (validMs = 60_000) => {
  let count = 0;
  return jest.fn(async () => ({ token: `token-${(count += 1)}`, validMs }));
};

describe('fetched tokens', () => {
  it('are fetched once for all who want one at the same time, and kept while they are good', async () => {
    const [tokens, fetch] = [new FetchedTokens(), counting()];
    const got = await Promise.all(Array.from({ length: 20 }, () => tokens.of(account('s'), fetch)));
    expect(new Set([...got, await tokens.of(account('s'), fetch)])).toEqual(new Set(['token-1']));
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it('are another version’s own', async () => {
    const [tokens, fetch] = [new FetchedTokens(), counting()];
    expect([await tokens.of(account('s'), fetch), await tokens.of(account('t'), fetch)]).toEqual([
      'token-1',
      'token-2',
    ]);
  });

  it('are fetched anew when their time is over', async () => {
    const [tokens, fetch] = [new FetchedTokens(), counting(0)];
    expect([await tokens.of(account('s'), fetch), await tokens.of(account('s'), fetch)]).toEqual([
      'token-1',
      'token-2',
    ]);
  });

  it('are dropped once, however many find them refused', async () => {
    const [tokens, fetch] = [new FetchedTokens(), counting()];
    await tokens.of(account('s'), fetch);
    await tokens.drop(account('s'), 'token-1');
    await tokens.of(account('s'), fetch);
    await tokens.drop(account('s'), 'token-1');
    expect(await tokens.of(account('s'), fetch)).toBe('token-2');
  });

  it('fail for all who wait, and are tried again by the next', async () => {
    const tokens = new FetchedTokens();
    const failing = async () => Promise.reject(new Error('no token'));
    const waiting = [tokens.of(account('s'), failing), tokens.of(account('s'), failing)];
    expect((await Promise.allSettled(waiting)).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect(await tokens.of(account('s'), counting())).toBe('token-1');
  });
});
