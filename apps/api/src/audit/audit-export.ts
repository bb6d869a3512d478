import { Readable } from 'node:stream';
import type { AuditEntry } from '@errand/audit';
import { StreamableFile } from '@nestjs/common';
import { AuditEntryResponse } from './audit.response';

export const ndjson = 'application/x-ndjson';

/** Whether a client wants the export and would not rather have the list. */
export function wantsExport(accept: string | undefined): boolean {
  const types = (accept ?? '').split(',').map((type) => type.split(';', 1)[0]?.trim().toLowerCase());
  return types.includes(ndjson) && !types.includes('application/json');
}

/** An entry a line, taken from the log no faster than the client takes them from us. */
export function exportOf(entries: AsyncIterable<AuditEntry>): StreamableFile {
  return new StreamableFile(Readable.from(lines(entries)), { type: ndjson });
}

async function* lines(entries: AsyncIterable<AuditEntry>): AsyncGenerator<string> {
  for await (const entry of entries) yield `${JSON.stringify(AuditEntryResponse.of(entry))}\n`;
}
