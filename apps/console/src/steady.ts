import { useState } from 'react';

interface SteadyRows<Row> {
  /** As they are by now, in the places in which they were found. */
  rows: Row[];
  /** How many came since, which wait until `show` is called. */
  newer: number;
  show: () => void;
}

/**
 * Rows of a page that is fetched again and again: what moves under a pointer is clicked by mistake.
 * @param page the last answer, undefined while that of this question is not there
 * @param question what is asked for: with another one, other rows are shown at once
 */
export function useSteadyRows<Row extends { id: string }>(page: Row[] | undefined, question: unknown): SteadyRows<Row> {
  const asked = JSON.stringify(question);
  const [shown, setShown] = useState<{ asked: string; rows: Row[] }>();
  const isOfAnother = page !== undefined && shown?.asked !== asked;
  if (isOfAnother) setShown({ asked, rows: page });
  const known = (isOfAnother ? page : shown?.rows) ?? [];
  const latest = new Map((page ?? []).map((row) => [row.id, row]));
  const ids = new Set(known.map(({ id }) => id));
  return {
    rows: known.map((row) => latest.get(row.id) ?? row),
    newer: [...latest.keys()].filter((id) => !ids.has(id)).length,
    show: () => setShown(page && { asked, rows: page }),
  };
}
