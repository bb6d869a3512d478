import { isUtf8 } from 'node:buffer';
import { ErrandError, invalidField } from '@errand/errors';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { isStorable } from '../validation/content-problem';
import { routeConfig } from './route-config';

/** A text that was sent as the whole body, or as the one file of a form. */
export class UploadedText {
  constructor(
    readonly fileName: string,
    readonly text: string,
  ) {}
}

/** The route’s body is an {@link UploadedText}, as YAML or as multipart/form-data. */
export const TakesYaml = () => routeConfig({ takesYaml: true });

declare module 'fastify' {
  interface FastifyContextConfig {
    takesYaml?: boolean;
  }
}

const yamlTypes = ['application/yaml', 'application/x-yaml', 'text/yaml', 'text/x-yaml', 'text/plain'];

/** Reads YAML and uploaded files for the routes that take them, and refuses them for all others. */
export function readUploadedText(server: FastifyInstance): void {
  server.addContentTypeParser(yamlTypes, { parseAs: 'buffer' }, async (request: FastifyRequest, body: Buffer) => {
    refuseUnlessTaken(request);
    return new UploadedText('rules.yaml', textOf(body));
  });
  server.addContentTypeParser(
    'multipart/form-data',
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      refuseUnlessTaken(request);
      const file = await fileOf(body, request.headers['content-type'] ?? '');
      return new UploadedText(file.name.slice(0, 200) || 'rules.yaml', textOf(Buffer.from(await file.arrayBuffer())));
    },
  );
}

/** @throws ErrandError UNSUPPORTED_MEDIA_TYPE when the body is of another kind or missing */
export function uploadedText({ body }: FastifyRequest): UploadedText {
  if (body instanceof UploadedText) return body;
  throw new ErrandError('UNSUPPORTED_MEDIA_TYPE', 'Send application/yaml, or one file as multipart/form-data');
}

function refuseUnlessTaken({ routeOptions }: FastifyRequest): void {
  if (routeOptions.config.takesYaml) return;
  throw new ErrandError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json');
}

async function fileOf(body: Buffer, contentType: string): Promise<File> {
  let form: FormData;
  try {
    // The body is in memory already, and no larger than the limit, so Node’s own reader does.
    form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  } catch {
    throw invalidField('body', 'is not valid multipart/form-data');
  }
  const files = [...form.values()].filter((value) => typeof value !== 'string');
  const [file] = files;
  if (!file || files.length > 1) throw invalidField('body', 'must have exactly one file');
  return file;
}

function textOf(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString() : '';
  if (!isUtf8(bytes) || !isStorable(text)) throw invalidField('body', 'must be UTF-8 text without NUL characters');
  return text.replace(/^\uFEFF/, '');
}
