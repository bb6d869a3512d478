import { isTooDeep, longIntegerIn, maxDepth } from '@errand/json';
import type { KnownPolicy } from './sql/settings.sql';
import type { ResolutionSubject } from './subject';

/** One attribute of one activity whose value somebody else knows. */
export interface Question {
  key: string;
  subject: ResolutionSubject;
  policy: Pick<KnownPolicy, 'key' | 'hook' | 'hookSecret'>;
}

/** What came of asking: the value, or why there is none. */
export type Answer = { value: unknown; problem: null } | { value: null; problem: string };

const maxValueBytes = 32_768;

/** Takes what somebody said is a value: none, or one that cannot be kept, becomes the problem it is. */
export function answerOf(value: unknown, from: string): Answer {
  if (value === null || value === undefined) return without(`${from} has no value`);
  if (isTooDeep(value)) return without(`${from} gave a value nested deeper than ${maxDepth} levels`);
  // A number beyond a double's range is read as Infinity, which JSON writes as null.
  let isWhole = true;
  const text = JSON.stringify(value, (_, part: unknown) => {
    isWhole &&= typeof part !== 'number' || Number.isFinite(part);
    return part;
  }) as string | undefined;
  if (text === undefined || !isWhole) return without(`${from} gave a value that is not JSON`);
  if (Buffer.byteLength(text) > maxValueBytes) return without(`${from} gave a value of over ${maxValueBytes} bytes`);
  // PostgreSQL's jsonb takes neither NUL nor half a surrogate pair; one such value would fail its whole batch.
  const escapes = text.replaceAll('\\\\', '');
  if (/\\u(0000|d[89a-f])/.test(escapes)) return without(`${from} gave a value with characters that cannot be kept`);
  // Last: its place has the names of members, which are known now to be short and fit to be kept.
  const place = longIntegerIn(value);
  if (place !== undefined) {
    return without(`${from} gave an integer beyond 2^53-1, which must be text${place && `, at ${place}`}`);
  }
  return { value, problem: null };
}

export function without(problem: string): Answer {
  return { value: null, problem };
}
