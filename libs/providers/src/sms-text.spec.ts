import { segmentsOf, smsText } from './sms-text';

const asItIs = { transliterate: false };
const plain = { transliterate: true };

describe('the text of an SMS', () => {
  it.each([
    ['It’s “here” – now… ‘yes’', "It's \"here\" - now... 'yes'"],
    ['a\u00a0b\u2009c\td', 'a b c d'],
    ['so\u00adft\u200b\u2060\ufeff', 'soft'],
    ['one\u2028two\r\nthree', 'one\ntwo\r\nthree'],
    ['«Hola», ‹él›', '"Hola", <él>'],
  ])('has plain signs for typographic ones: %j', (rendered, sent) => {
    expect(smsText(rendered, asItIs)).toBe(sent);
    expect(segmentsOf(sent)).toMatchObject({ encoding: 'GSM-7', nonGsm: [] });
  });

  it('keeps what GSM-7 has, and takes marks off the rest only when told', () => {
    expect(smsText('está, ¿Ñandú?', asItIs)).toBe('está, ¿Ñandú?');
    expect(smsText('está, ¿Ñandú?', plain)).toBe('esta, ¿Ñandu?');
    expect(smsText('éñüàòùìäöøåæß ÇÉÑ ΔΦ €[]{}~^|\\', plain)).toBe('éñüàòùìäöøåæß ÇÉÑ ΔΦ €[]{}~^|\\');
    expect(smsText('Łódź, Đorđe, œuvre, n.º 3, ça', plain)).toBe('Lodz, Dorde, oeuvre, n.o 3, ca');
  });

  it('knows a letter whose mark is a character of its own', () => {
    expect(smsText('cafe\u0301', asItIs)).toBe('café');
    expect(smsText('rio\u0301', plain)).toBe('rio');
  });

  it('leaves other scripts and emoji alone', () => {
    for (const text of ['Привет', '你好', '👨\u200d👩\u200d👧 👍🏽']) expect(smsText(text, plain)).toBe(text);
    expect(smsText('Привет, está', plain)).toBe('Привет, esta');
  });

  it('costs what it is sent as', () => {
    const text = `Está listo: ${'x'.repeat(140)}`;
    expect(segmentsOf(smsText(text, asItIs))).toEqual({ encoding: 'UCS-2', count: 3, nonGsm: ['á'] });
    expect(segmentsOf(smsText(text, plain))).toEqual({ encoding: 'GSM-7', count: 1, nonGsm: [] });
  });
});
