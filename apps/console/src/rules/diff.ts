/** A line of two texts: in both, in the first only (removed), or in the second only (added). */
export interface DiffLine {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** More differing lines than this are not matched with each other: one text is removed, the other added. */
const mostEdits = 600;

/** How to get from one text to another, by line: the least that is removed and added (Myers, "An O(ND) difference algorithm"). */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  const lines = (kind: DiffLine['kind'], texts: string[]) => texts.map((text) => ({ kind, text }));
  return [
    ...lines('same', a.slice(0, start)),
    ...middle(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...lines('same', a.slice(a.length - end)),
  ];
}

function middle(a: string[], b: string[]): DiffLine[] {
  const path = shortestEdits(a, b);
  if (!path) {
    return [
      ...a.map((text) => ({ kind: 'removed' as const, text })),
      ...b.map((text) => ({ kind: 'added' as const, text })),
    ];
  }
  // From the end to the beginning: on diagonal k = x - y, as far as `d` edits led.
  const lines: DiffLine[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = path.length - 1; d >= 0; d -= 1) {
    const reach = path[d] ?? new Map<number, number>();
    const k = x - y;
    const isAdded = d > 0 && comesFromAbove(reach, k, d);
    const from = isAdded ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : (reach.get(from) ?? 0);
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY && a[x - 1] === b[y - 1]) {
      x -= 1;
      y -= 1;
      lines.push({ kind: 'same', text: a[x] ?? '' });
    }
    if (d === 0) break;
    if (isAdded) lines.push({ kind: 'added', text: b[fromY] ?? '' });
    else lines.push({ kind: 'removed', text: a[fromX] ?? '' });
    x = fromX;
    y = fromY;
  }
  return lines.reverse();
}

/** By number of edits, how far along `a` the edits before led on each diagonal; undefined where they are too many. */
function shortestEdits(a: string[], b: string[]): Map<number, number>[] | undefined {
  let reach = new Map([[1, 0]]);
  const path: Map<number, number>[] = [];
  for (let d = 0; d <= Math.min(a.length + b.length, mostEdits); d += 1) {
    path.push(reach);
    const next = new Map<number, number>();
    for (let k = -d; k <= d; k += 2) {
      let x = comesFromAbove(reach, k, d) ? (reach.get(k + 1) ?? 0) : (reach.get(k - 1) ?? 0) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x += 1;
      next.set(k, x);
      if (x >= a.length && x - k >= b.length) return path;
    }
    reach = next;
  }
  return undefined;
}

/** Whether the last edit to diagonal k is an addition. */
function comesFromAbove(reach: Map<number, number>, k: number, d: number): boolean {
  return k === -d || (k !== d && (reach.get(k - 1) ?? -1) < (reach.get(k + 1) ?? -1));
}
