/**
 * What the free-form JSON of one answer's rows may have together, in bytes as text. 100 activities of 4 MB each made a
 * list of 410 MB; what is beyond this is left out by the statement, so that it never leaves the database, and the row says so.
 */
export const mostListBytes = 4_194_304;

/**
 * SQL for about how many bytes a JSON column is as text; null for null. What may be compressed where it is stored is written
 * out for it: 262,144 times one letter are stored in 3 kB.
 */
export function bytesOf(column: string): string {
  return `CASE WHEN pg_column_compression(${column}) IS NOT NULL OR pg_column_size(${column}) > 4096
               THEN octet_length(${column}::text) ELSE pg_column_size(${column}) END`;
}
