/** How many rows a sync made and how many it found. */
export interface SyncCounts {
  created: number;
  updated: number;
}

/** `created` is what an upsert returns as `xmax = 0`: no earlier version of the row was replaced. */
export function countUpserts(rows: { created: boolean }[]): SyncCounts {
  const created = rows.filter((row) => row.created).length;
  return { created, updated: rows.length - created };
}
