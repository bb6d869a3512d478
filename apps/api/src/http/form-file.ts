import { Busboy, type BusboyInstance } from '@fastify/busboy';
import { invalidField } from '@errand/errors';
import type { BodySink } from './body-reader';
import { GrowingBuffer } from './growing-buffer';

/** A form has its file, and beside it no more than a few short fields, which nobody looks at. */
const limits = { files: 1, fields: 10, parts: 11, fieldSize: 1024, headerPairs: 10, headerSize: 4096 };

export interface UploadedFile {
  name: string;
  bytes: Buffer;
}

/** Takes the one file out of a body of multipart/form-data as it comes. Each of its failures is a VALIDATION_FAILED. */
export class FormFile implements BodySink<UploadedFile> {
  private readonly form: BusboyInstance;
  private readonly ended: Promise<void>;
  private file: { name: string; content: GrowingBuffer } | undefined;

  /** @param contentType with its boundary */
  constructor(contentType: string) {
    try {
      this.form = new Busboy({ headers: { 'content-type': contentType }, limits });
    } catch {
      throw noForm();
    }
    // Thrown out of `write`, so that not a part more is read.
    for (const limit of ['partsLimit', 'fieldsLimit'] as const) {
      this.form.on(limit, () => {
        throw invalidField('body', `must have one file and at most ${limits.fields} other fields`);
      });
    }
    this.form.on('filesLimit', () => {
      throw notOneFile();
    });
    this.form.on('file', (_field, stream, name) => {
      const content = new GrowingBuffer();
      this.file = { name: name ?? '', content };
      stream.on('data', (piece: Buffer) => content.add(piece));
      stream.on('error', () => undefined); // the form has it too
    });
    this.ended = new Promise((resolve, reject) => {
      this.form.once('finish', resolve);
      this.form.on('error', () => reject(noForm()));
    });
    this.ended.catch(() => undefined); // when it is never asked for
  }

  write(piece: Buffer): void {
    this.form.write(piece);
  }

  async end(): Promise<UploadedFile> {
    this.form.end();
    await this.ended;
    if (!this.file) throw notOneFile();
    return { name: this.file.name, bytes: this.file.content.bytes() };
  }
}

function noForm() {
  return invalidField('body', 'is not valid multipart/form-data');
}

function notOneFile() {
  return invalidField('body', 'must have exactly one file');
}
