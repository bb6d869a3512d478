import { ErrandError } from '@errand/errors';
import { isUUID } from 'class-validator';

/**
 * Opaque to clients: base64url of `<list>:<id>`, the last id they have, or the last of what the list is sorted by
 * instead. It is good for the list it came from only.
 * @param list a short name of the list, e.g. `activities`
 */
export function encodeCursor(list: string, id: string): string {
  return Buffer.from(`${list}:${id}`).toString('base64url');
}

/**
 * @param isKey tells what can be the id; a UUID unless told
 * @throws ErrandError INVALID_CURSOR for any text that {@link encodeCursor} did not make for this list
 */
export function decodeCursor(list: string, cursor: string, isKey: (text: string) => boolean = isId): string {
  const text = Buffer.from(cursor, 'base64url').toString();
  const id = text.slice(list.length + 1);
  if (text !== `${list}:${id}` || !isKey(id) || encodeCursor(list, id) !== cursor) {
    throw new ErrandError('INVALID_CURSOR', 'The cursor did not come from this list');
  }
  return id;
}

const isId = (text: string) => isUUID(text);
