/** One SQL statement. Each connection prepares it once, under its name; a name stands for one text for ever. */
export interface Statement {
  name: string;
  text: string;
}

/** Whatever runs statements: the pool, or one transaction. */
export interface Queryable {
  /**
   * @param values one per placeholder `$1`, `$2`, …
   * @returns the rows, each an object by column name: int8 as number (as string beyond ±2^53),
   *   timestamptz as Date, jsonb parsed
   */
  query<Row>(statement: Statement, values?: unknown[]): Promise<Row[]>;

  /** Calls `then` once what was written so far is committed: at once outside of a transaction, never after a rollback. */
  afterCommit(then: () => void): void;
}
