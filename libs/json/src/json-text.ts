import { randomUUID } from 'node:crypto';
import { endOfString } from './scan';

/** Nobody outside knows it, so no text of a caller's can be taken for a {@link JsonText}. */
const mark = `${randomUUID()}:`;

/** A part of a document that is kept as it was written: the order and duplicates of keys, every digit. */
export class JsonText {
  constructor(readonly text: string) {}

  /** For {@link writeJson}, which puts the text in place. */
  toJSON(): string {
    return mark + this.text;
  }
}

/** As JSON.stringify writes it, with each {@link JsonText} to the letter. Node 20 has no JSON.rawJSON. */
export function writeJson(value: unknown): string {
  const json = JSON.stringify(value);
  const parts: string[] = [];
  let written = 0;
  for (let start = json.indexOf(`"${mark}`); start >= 0; start = json.indexOf(`"${mark}`, written)) {
    const end = endOfString(json, start);
    parts.push(json.slice(written, start), (JSON.parse(json.slice(start, end)) as string).slice(mark.length));
    written = end;
  }
  return parts.join('') + json.slice(written);
}
