/** A text with escapes taken out of it, and where its characters stood. */
export interface Decoded {
  text: string;
  /** Of a character of `text`, or of its end. */
  offsetOf: (index: number) => number;
}

/** One way to escape characters. */
interface Escaping {
  /** Without one of these there is nothing to decode. */
  marks: RegExp;
  escapes: RegExp;
  decode: (escape: string) => string;
}

const jsonLetters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

const json: Escaping = {
  marks: /\\/,
  escapes: /\\(?:u[\da-f]{4}|[^u])/gis,
  decode: (escape) =>
    escape.length > 2 ? fromCode(escape.slice(2), 16) : (jsonLetters[escape[1] ?? ''] ?? escape.slice(1)),
};

/** Of a URL or a form, each time one character in UTF-8. */
const percent: Escaping = {
  marks: /[%+]/,
  escapes: /\+|%[0-7][\da-f]|%[cd][\da-f]%[\da-f]{2}|%e[\da-f](?:%[\da-f]{2}){2}|%f[\da-f](?:%[\da-f]{2}){3}/gi,
  decode: (escape) => (escape === '+' ? ' ' : Buffer.from(escape.replaceAll('%', ''), 'hex').toString()),
};

/** The names of what stands in keys and passwords; other characters have numbers. */
const entities: Record<string, string> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', sol: '/', bsol: '\\', plus: '+', equals: '=' },
  ...{ colon: ':', semi: ';', comma: ',', period: '.', excl: '!', quest: '?', num: '#', dollar: '$', percnt: '%' },
  ...{
    ast: '*',
    commat: '@',
    lowbar: '_',
    hyphen: '-',
    lpar: '(',
    rpar: ')',
    lsqb: '[',
    rsqb: ']',
    lcub: '{',
    rcub: '}',
  },
  ...{ verbar: '|', vert: '|', grave: '`', Hat: '^', tilde: '~' },
};

const html: Escaping = {
  marks: /&/,
  escapes: /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z]{2,7});?/gi,
  decode(escape) {
    const name = escape.slice(1).replace(';', '');
    if (!name.startsWith('#')) return entities[name] ?? escape;
    return /^#x/i.test(name) ? fromCode(name.slice(2), 16) : fromCode(name.slice(1), 10);
  },
};

function fromCode(digits: string, radix: number): string {
  const code = Number.parseInt(digits, radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
}

/** JSON within JSON is escaped as often: an answer's message may be a document that has our request as a text. */
const deepestJson = 3;

/** The text itself, and what is read in it by those who take it for JSON, a URL or form, or HTML, alone or within JSON. */
export function decodings(text: string): Decoded[] {
  let inner: Decoded = { text, offsetOf: (index) => index };
  const found = [inner];
  for (let depth = 0; depth < deepestJson; depth++) {
    const decoded = decodedBy(json, inner);
    if (decoded === undefined) break;
    inner = decoded;
    found.push(inner);
  }
  const others = [decodedBy(percent, inner), decodedBy(html, inner)];
  return [...found, ...others.filter((decoded) => decoded !== undefined)];
}

function decodedBy({ marks, escapes, decode }: Escaping, { text, offsetOf }: Decoded): Decoded | undefined {
  if (!marks.test(text)) return undefined;
  const parts: string[] = [];
  const offsets: number[] = [];
  let at = 0;
  const keep = (end: number) => {
    parts.push(text.slice(at, end));
    for (; at < end; at += 1) offsets.push(at);
  };
  for (const { 0: escape, index } of text.matchAll(escapes)) {
    keep(index);
    const character = decode(escape);
    parts.push(character);
    for (const _ of character.split('')) offsets.push(index);
    at = index + escape.length;
  }
  keep(text.length);
  offsets.push(text.length);
  return { text: parts.join(''), offsetOf: (index) => offsetOf(offsets[index] ?? text.length) };
}
