import { JsonText } from './json-text';
import { LongInteger } from './long-integer';
import { endOfScalar, endOfString, endOfValue, skipBlanks } from './scan';

/**
 * As JSON.parse reads it, but that an integer which a double would round is a {@link LongInteger}, and that the members
 * named in `verbatim`, of the document itself or of the items of its lists, are {@link JsonText}.
 * @throws SyntaxError as JSON.parse throws it
 */
export function readJson(text: string, verbatim: readonly string[] = []): unknown {
  const value: unknown = JSON.parse(text);
  const isWhole = verbatim.length === 0 && !/\d{16}/.test(text);
  return isWhole ? value : new Reader(text, verbatim).read();
}

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

type Container = unknown[] | Record<string, unknown>;

/** Reads a text that is known to be valid, in one pass and without recursion: the sender decides how deep it nests. */
class Reader {
  private readonly root: unknown[] = [];
  private readonly open: Container[] = [this.root];
  private key = '';
  private isAtKey = false;

  constructor(
    private readonly text: string,
    private readonly verbatim: readonly string[],
  ) {}

  read(): unknown {
    for (let at = 0; at < this.text.length;) at = this.step(at);
    return this.root[0];
  }

  /** @returns where the next token starts */
  private step(at: number): number {
    switch (this.text.charAt(at)) {
      case ' ':
      case '\n':
      case '\r':
      case '\t':
        return at + 1;
      case '{':
        return this.enter({}, at);
      case '[':
        return this.enter([], at);
      case '}':
      case ']':
        this.open.pop();
        return at + 1;
      case ',':
        this.isAtKey = !Array.isArray(this.open.at(-1));
        return at + 1;
      case ':':
        this.isAtKey = false;
        return this.isVerbatim() ? this.keep(skipBlanks(this.text, at + 1)) : at + 1;
      case '"':
        return this.string(at, endOfString(this.text, at));
      default:
        return this.scalar(at, endOfScalar(this.text, at));
    }
  }

  private enter(container: Container, at: number): number {
    this.place(container);
    this.open.push(container);
    this.isAtKey = !Array.isArray(container);
    return at + 1;
  }

  private string(start: number, end: number): number {
    const written = this.text.slice(start + 1, end - 1);
    const value = written.includes('\\') ? (JSON.parse(`"${written}"`) as string) : written;
    if (this.isAtKey) this.key = value;
    else this.place(value);
    return end;
  }

  private scalar(start: number, end: number): number {
    const token = this.text.slice(start, end);
    this.place(LongInteger.of(token) ?? (words.has(token) ? words.get(token) : Number(token)));
    return end;
  }

  /** Of `[root]`: the document is at 1, an item of one of its lists at 3. */
  private isVerbatim(): boolean {
    const isPlace = this.open.length === 2 || (this.open.length === 4 && Array.isArray(this.open[2]));
    return isPlace && this.verbatim.includes(this.key);
  }

  private keep(start: number): number {
    const end = endOfValue(this.text, start);
    this.place(new JsonText(this.text.slice(start, end)));
    return end;
  }

  private place(value: unknown): void {
    const container = this.open.at(-1);
    if (Array.isArray(container)) container.push(value);
    // By assignment `__proto__` would not become a member, and nobody would refuse it.
    else if (this.key === '__proto__' && container)
      Object.defineProperty(container, this.key, { value, configurable: true, enumerable: true, writable: true });
    else if (container) container[this.key] = value;
  }
}
