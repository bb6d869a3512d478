import { inParallel } from './in-parallel';
import { isBadData, isUnreachable } from './sql-errors';

/** What is refused is run again in so many parts, … */
const parts = 4;
/** … and so many of them at a time: no request takes more of the pool’s connections. */
const partsAtOnce = 4;

type Run<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>;

/**
 * Runs all items at once, and where one of them is refused finds out which, so that it keeps no other from going
 * through: what is refused is run again in quarters, down to single items. One bad item of a thousand costs 20 more
 * runs, and however many are bad, it takes about a third more runs than one by one would. `run` must leave nothing
 * behind when it throws.
 * @param run one result an item, in order
 * @param isAtFault whether an error is the fault of the items, and so would come again; by default
 *   {@link isBadData}
 * @returns one result an item, in order; an Error for one that is refused, or whose part failed for another reason, or
 *   was not run since the database could not be reached any more
 * @throws what the run of all throws when that is no fault of the items; nothing went through then
 */
export async function runApart<Item, Result>(
  items: readonly Item[],
  run: Run<Item, Result>,
  isAtFault: (error: unknown) => boolean = isBadData,
): Promise<(Result | Error)[]> {
  const ends: (Result | Error)[] = [];
  let away: Error | undefined;
  const fail = (start: number, end: number, error: Error): Range[] => {
    for (let n = start; n < end; n += 1) ends[n] = error;
    return [];
  };
  let ranges: Range[] = [{ start: 0, end: items.length }];
  while (ranges.length > 0) {
    const refused = await inParallel(partsAtOnce, ranges, async ({ start, end }): Promise<Range[]> => {
      if (away) return fail(start, end, away);
      try {
        for (const [n, result] of (await run(items.slice(start, end))).entries()) ends[start + n] = result;
        return [];
      } catch (error) {
        if (isAtFault(error)) return end - start > 1 ? split(start, end) : fail(start, end, error as Error);
        if (end - start === items.length) throw error;
        if (isUnreachable(error)) away = error as Error;
        return fail(start, end, error as Error);
      }
    });
    ranges = refused.flat();
  }
  return ends;
}

/**
 * {@link runApart} for whoever has to do with what is refused, and can do nothing where a part failed for another reason.
 * @returns one result an item, in order; an Error for one that is refused
 * @throws the first error that is no fault of the items; what went through by then stays
 */
export async function findRefused<Item, Result>(
  items: readonly Item[],
  run: Run<Item, Result>,
  isAtFault: (error: unknown) => boolean = isBadData,
): Promise<(Result | Error)[]> {
  const ends = await runApart(items, run, isAtFault);
  const failed = ends.find((end) => end instanceof Error && !isAtFault(end));
  if (failed) throw failed as Error;
  return ends;
}

interface Range {
  start: number;
  end: number;
}

function split(start: number, end: number): Range[] {
  const size = Math.ceil((end - start) / parts);
  const ranges: Range[] = [];
  for (let at = start; at < end; at += size) ranges.push({ start: at, end: Math.min(at + size, end) });
  return ranges;
}
