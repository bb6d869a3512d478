import { carriedBytes, tooManyBytes } from './carried-bytes';

const bytesOf = (...parts: unknown[]) => Buffer.byteLength(parts.map((part) => JSON.stringify(part)).join(''));

describe('what an activity carries', () => {
  it('is attributes with their fallbacks, or a payload, and metadata, in bytes', () => {
    const attributes = [{ key: 'ñ', value: '€', fallback: [1, 2] }, { key: 'b' }];
    expect(carriedBytes({ attributes, metadata: { a: 'é' } })).toBe(bytesOf(attributes, { a: 'é' }));
    expect(carriedBytes({ givenAttributes: { to: 'x' }, metadata: {} })).toBe(bytesOf({ to: 'x' }, {}));
    expect(carriedBytes({ attributes: null })).toBe(0);
  });

  it('is refused when it is one byte too many', () => {
    const carried = { attributes: [{ key: 'a', value: 'ñ'.repeat(100) }], metadata: { b: 1 } };
    const bytes = carriedBytes(carried);
    expect(tooManyBytes(carried, bytes)).toBeUndefined();
    expect(tooManyBytes(carried, bytes - 1)).toEqual({
      field: 'attributes',
      message: `must be at most ${bytes - 1} bytes as JSON, together with metadata`,
    });
    expect(tooManyBytes({ givenAttributes: 'x'.repeat(1000) }, 999, 'payload')?.field).toBe('payload');
  });
});
