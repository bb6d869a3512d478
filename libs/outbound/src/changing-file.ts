import { readFileSync, statSync } from 'node:fs';

/**
 * What a small file of the system says: read anew when it has changed since the last look. A file that is not there, or
 * cannot be read, says what an empty one does.
 */
export function changingFile<T>(path: string, parse: (text: string) => T): () => T {
  let seen: string | undefined;
  let said = parse('');
  return () => {
    const now = stampOf(path);
    if (now !== seen) said = parse(textOf(path));
    seen = now;
    return said;
  };
}

function stampOf(path: string): string | undefined {
  try {
    const { mtimeMs, size, ino } = statSync(path);
    return `${mtimeMs} ${size} ${ino}`;
  } catch {
    return undefined;
  }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
