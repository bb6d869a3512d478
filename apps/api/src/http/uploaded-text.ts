import { isUtf8 } from 'node:buffer';
import { ErrandError, invalidField } from '@errand/errors';
import { isStorable } from '@errand/json';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { BodyReader } from './body-reader';
import { FormFile } from './form-file';
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

/** Reads YAML and uploaded files for the routes that take them, and refuses them unread for all others. */
export function readUploadedText(server: FastifyInstance, bodies: BodyReader): void {
  server.addContentTypeParser(yamlTypes, async (request: FastifyRequest) => {
    refuseUnlessTaken(request);
    const body = await bodies.whole(request);
    return body && new UploadedText('rules.yaml', textOf(body));
  });
  server.addContentTypeParser('multipart/form-data', async (request: FastifyRequest) => {
    refuseUnlessTaken(request);
    const file = await bodies.into(request, new FormFile(request.headers['content-type'] ?? ''));
    return file && new UploadedText(file.name.slice(0, 200) || 'rules.yaml', textOf(file.bytes));
  });
}

/** @throws ErrandError UNSUPPORTED_MEDIA_TYPE when the body is of another kind or missing */
export function uploadedText({ body }: FastifyRequest): UploadedText {
  if (body instanceof UploadedText) return body;
  throw new ErrandError('UNSUPPORTED_MEDIA_TYPE', 'Send application/yaml, or one file as multipart/form-data');
}

function refuseUnlessTaken({ routeOptions, is404 }: FastifyRequest): void {
  if (is404 || routeOptions.config.takesYaml) return;
  throw new ErrandError('UNSUPPORTED_MEDIA_TYPE', 'The body must be application/json');
}

function textOf(bytes: Buffer): string {
  const text = isUtf8(bytes) ? bytes.toString() : '';
  if (!isUtf8(bytes) || !isStorable(text)) throw invalidField('body', 'must be UTF-8 text without NUL characters');
  return text.replace(/^\uFEFF/, '');
}
