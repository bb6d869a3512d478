import { ErrandError } from '@errand/errors';
import { isUUID } from 'class-validator';

/**
 * Opaque to clients: base64url of `<list>:<id>`, the last id they have. It is good for the list it came from only.
 * @param list a short name of the list, e.g. `activities`
 */
export function encodeCursor(list: string, id: string): string {
  return Buffer.from(`${list}:${id}`).toString('base64url');
}

/** @throws ErrandError INVALID_CURSOR for any text that {@link encodeCursor} did not make for this list */
export function decodeCursor(list: string, cursor: string): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const id = text.slice(list.length + 1);
  if (text !== `${list}:${id}` || !isUUID(id) || encodeCursor(list, id) !== cursor) {
    throw new ErrandError('INVALID_CURSOR', 'The cursor did not come from this list');
  }
  return id;
}
