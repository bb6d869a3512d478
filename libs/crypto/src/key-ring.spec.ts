import { inspect } from 'node:util';
import { EncryptionKeysError } from '@errand/config';
import fc from 'fast-check';
import { generateKey, KeyRing } from './key-ring';
import { keyIdOf, SealedSecretError } from './sealed-secret';

const bytes = (fill: number, length = 32) => Buffer.alloc(length, fill).toString('base64');
const ring = KeyRing.parse(`new:${bytes(1)},old:${bytes(2)}`);
const oldRing = KeyRing.parse(`old:${bytes(2)}`);

function codeOf(open: () => string): string {
  try {
    open();
  } catch (error) {
    if (error instanceof SealedSecretError) return error.code;
    throw error;
  }
  return 'opened';
}

describe('a key ring', () => {
  it('opens what it sealed, for any text and any associated data', () => {
    const text = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(text, text, (plaintext, associatedData) => {
        const envelope = ring.seal(plaintext, associatedData);
        expect(envelope).toMatch(/^v1\.new\.[\w-]{16}\.[\w-]+$/);
        expect(ring.open(envelope, associatedData)).toBe(plaintext);
      }),
    );
  });

  it('seals the same secret differently every time', () => {
    expect(new Set(Array.from({ length: 100 }, () => ring.seal('secret', 'config 1'))).size).toBe(100);
  });

  it('opens with a replaced key and seals with the first', () => {
    const envelope = oldRing.seal('secret', 'config 1');
    expect(keyIdOf(envelope)).toBe('old');
    expect(ring.open(envelope, 'config 1')).toBe('secret');
    expect(keyIdOf(ring.seal('secret', 'config 1'))).toBe('new');
    expect(codeOf(() => oldRing.open(ring.seal('secret', 'config 1'), 'config 1'))).toBe('UNKNOWN_KEY');
  });

  it('does not open what belongs to something else', () => {
    expect(codeOf(() => ring.open(ring.seal('secret', 'config 1'), 'config 2'))).toBe('TAMPERED');
  });

  it('does not open an envelope in which any one character was changed', () => {
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.';
    // 9 + 16 bytes leave four bits of the last character unused.
    const envelope = ring.seal('a secret!', 'config 1');
    const opened: string[] = [];
    for (let position = 0; position < envelope.length; position++) {
      for (const other of alphabet) {
        const changed = envelope.slice(0, position) + other + envelope.slice(position + 1);
        if (changed !== envelope && codeOf(() => ring.open(changed, 'config 1')) === 'opened') opened.push(changed);
      }
    }
    expect(opened).toEqual([]);
  });

  it('does not open an envelope that names another key with the same bytes', () => {
    const twins = KeyRing.parse(`one:${bytes(1)},two:${bytes(1)}`);
    const envelope = twins.seal('secret', 'config 1').replace('v1.one.', 'v1.two.');
    expect(codeOf(() => twins.open(envelope, 'config 1'))).toBe('TAMPERED');
  });

  it('does not confuse the key id with the start of the associated data', () => {
    const twins = KeyRing.parse(`a:${bytes(1)},ab:${bytes(1)}`);
    const envelope = twins.seal('secret', 'b').replace('v1.a.', 'v1.ab.');
    expect(codeOf(() => twins.open(envelope, ''))).toBe('TAMPERED');
  });

  it.each(['', 'secret', 'v1.new', 'v1.new..', `v2.new.${'A'.repeat(16)}.${'A'.repeat(30)}`, 'v1.new.AAAA.AAAA'])(
    'calls “%s” malformed',
    (text) => {
      expect(codeOf(() => ring.open(text, ''))).toBe('MALFORMED');
      expect(codeOf(() => keyIdOf(text))).toBe('MALFORMED');
    },
  );

  it.each([0, 1, 11])('calls an envelope malformed that lost its last %d + 1 characters', (more) => {
    const envelope = ring.seal('', '');
    expect(codeOf(() => ring.open(envelope.slice(0, -1 - more), ''))).toBe('MALFORMED');
  });

  it('shows no key in any form', () => {
    const shown = [inspect(ring, { depth: 9, showHidden: true }), JSON.stringify(ring)].join();
    expect(shown).toContain('new');
    expect(shown).not.toContain(bytes(1).slice(0, 8));
    expect(shown).not.toMatch(/01 01|1,\s*1,/);
  });
});

describe('parsing keys', () => {
  it.each([
    ['', 'Key 1 is not of the form kid:base64'],
    [bytes(7), 'Key 1 is not of the form kid:base64'],
    [`a:${bytes(7)},`, 'Key 2 is not of the form kid:base64'],
    [`a b:${bytes(7)}`, 'Key 1 is not of the form kid:base64'],
    [`${'k'.repeat(33)}:${bytes(7)}`, 'Key 1 is not of the form kid:base64'],
    [`a:${bytes(7, 31)}`, 'Key 1 has 31 bytes; it must have 32'],
    [`a:${bytes(7)},b:${bytes(0)}`, 'Key 2 is all zeros, which is no secret'],
    [`a:${bytes(7)},a:${bytes(8)}`, 'Key 2 has an id that an earlier key already has'],
  ])('refuses “%s” without showing key material', (text, message) => {
    const parse = () => KeyRing.parse(text);
    expect(parse).toThrow(EncryptionKeysError);
    expect(parse).toThrow(new EncryptionKeysError(message));
  });

  it('takes a generated key, each with its own id', () => {
    const keys = [generateKey(), generateKey()];
    const generated = KeyRing.parse(keys.join(', '));
    expect(keys[0]).toMatch(new RegExp(`^${generated.primaryKeyId}:`));
    expect(generated.open(generated.seal('secret', ''), '')).toBe('secret');
  });
});
