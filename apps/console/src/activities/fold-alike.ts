import type { TimelineEntry } from '../api';

/** An entry, and the last of those after it that say the same; the entry itself where there are none. */
export interface Folded {
  entry: TimelineEntry;
  last: TimelineEntry;
}

/** Failed attempts that follow each other and failed alike, as one; an attempt's own transition between them goes with it. */
export function foldAlike(entries: TimelineEntry[]): Folded[] {
  const folded: Folded[] = [];
  for (const entry of entries) {
    const before = folded.at(-1);
    if (before && areAlike(before.last, entry)) before.last = entry;
    else folded.push({ entry, last: entry });
  }
  return folded;
}

function areAlike({ attempt: one }: TimelineEntry, { attempt: other }: TimelineEntry): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.outcome === 'FAILURE' &&
    other.outcome === 'FAILURE' &&
    one.counted &&
    other.counted &&
    one.errorCode === other.errorCode &&
    one.httpStatus === other.httpStatus &&
    one.message === other.message &&
    one.responseBody === other.responseBody
  );
}
