import { IsString, MaxLength } from 'class-validator';
import type { FastifyRequest } from 'fastify';
import { UploadedText } from '../http/uploaded-text';
import { readRequest } from '../validation/read-request';
import { validationFailed } from '../validation/request.pipe';

/** Rules that are not stored. */
export class DraftRulesRequest {
  /**
   * A YAML file, as an import takes it.
   * @example "rules: [{ name: reminders, condition: { field: action.provider, eq: email }, action: { type: deny } }]"
   */
  @IsString()
  @MaxLength(262_144)
  rules: string;
}

/** A draft that came as JSON, named as a file that came without a name. */
export function draftFile(text: string): { name: string; text: string } {
  return { name: 'rules.yaml', text };
}

/**
 * A draft as the whole body, as the file of a form, or in JSON.
 * @throws ErrandError VALIDATION_FAILED
 */
export function draftIn({ body }: FastifyRequest): { name: string; text: string } {
  if (body instanceof UploadedText) return { name: body.fileName, text: body.text };
  const { value, problems } = readRequest(DraftRulesRequest, body ?? {}, 'body');
  if (value === undefined) throw validationFailed(problems);
  return draftFile(value.rules);
}
