import { toldChange } from './told-change';

describe('what is told of a change', () => {
  it('is all of what was made or is gone, and of a change what differs', () => {
    const row = { name: 'a', priority: 1 };
    expect(toldChange(null, row)).toEqual({ before: null, after: row });
    expect(toldChange(row, null)).toEqual({ before: row, after: null });
    expect(toldChange(row, { ...row, priority: 2 })).toEqual({ before: { priority: 1 }, after: { priority: 2 } });
    expect(toldChange(row, { ...row })).toBeUndefined();
  });

  it('has no text of a secret, wherever it stands', () => {
    const before = {
      credentials: 'envelope-1',
      settings: { headers: { Authorization: 'Bearer hush', 'X-Api-Key': 'hush', Accept: 'text/plain' } },
      hooks: [{ clientSecret: 'hush', url: 'https://hook.example/a' }],
      tokenUrl: 'https://login.example/token',
    };
    const after = {
      credentials: 'envelope-2',
      settings: { headers: { Authorization: 'Bearer hush', 'X-Api-Key': 'hush-2', Accept: '*/*' } },
      hooks: [{ clientSecret: 'hush', url: 'https://hook.example/b' }],
      tokenUrl: 'https://login.example/other',
    };
    expect(toldChange(before, after)).toEqual({
      before: {
        credentials: 'set',
        settings: { headers: { Authorization: 'set', 'X-Api-Key': 'set', Accept: 'text/plain' } },
        hooks: [{ clientSecret: 'set', url: 'https://hook.example/a' }],
        tokenUrl: 'https://login.example/token',
      },
      after: {
        credentials: 'changed',
        settings: { headers: { Authorization: 'set', 'X-Api-Key': 'changed', Accept: '*/*' } },
        hooks: [{ clientSecret: 'set', url: 'https://hook.example/b' }],
        tokenUrl: 'https://login.example/other',
      },
    });
    expect(toldChange({ secret: null }, { secret: 'hush' })?.after).toEqual({ secret: 'set' });
    expect(toldChange({ secret: 'hush' }, { secret: null })).toEqual({
      before: { secret: 'set' },
      after: { secret: null },
    });
  });

  it.each([
    ['https://user:hush@host.example/path?key=hush&page=1#hush', 'https://set@host.example/path?key=set&page=set'],
    ['https://hush@host.example', 'https://set@host.example/'],
    ['https://host.example/path', 'https://host.example/path'],
    ['https://[hush', 'set'],
  ])('shows of the URL %s the place alone', (url, told) => {
    expect(toldChange(null, { url })?.after).toEqual({ url: told });
  });

  it('says which part of a URL changed', () => {
    const [url, other] = ['https://a:hush@host.example/?key=1&old=2', 'https://a:hush@host.example/?key=3&new=4'];
    expect(toldChange({ url }, { url: other })?.after).toEqual({
      url: 'https://set@host.example/?key=changed&new=set',
    });
  });

  it('is bounded, and says where it was cut', () => {
    const after = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`field${n}`, 'x'.repeat(5_000)]));
    const told = toldChange(null, after)?.after ?? {};
    expect(Object.keys(told)).toEqual(Object.keys(after));
    expect(told.field0).toMatch(/^"x{1999}… \(cut: 5002 characters\)$/);
    expect(told.field19).toBe('… (cut: 5002 characters)');
    expect(JSON.stringify(told).length).toBeLessThan(20_000);
  });
});
