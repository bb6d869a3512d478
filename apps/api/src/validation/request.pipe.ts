import { ErrandError, type FieldProblem, invalidField } from '@errand/errors';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { isStorable } from './content-problem';
import { readRequest, type RequestSource } from './read-request';
import { isRequestClass } from './request-shape';

/** Reads every body, query and path parameter; what a handler gets has passed its class's rules. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') return pathParameter(data, value);
    if (type === 'custom' || !isRequestClass(metatype)) return value;
    return readOrRefuse(metatype, value ?? {}, type);
  }
}

/**
 * {@link readRequest}, for those who have no use for the problems.
 * @throws ErrandError VALIDATION_FAILED with each field in its details
 */
export function readOrRefuse<T extends object>(requestClass: new () => T, input: unknown, source: RequestSource): T {
  const { value, problems } = readRequest(requestClass, input, source);
  if (value === undefined) throw validationFailed(problems);
  return value;
}

/** More details than this help nobody and make the answer larger than the request. */
const maxDetails = 100;

export function validationFailed(problems: FieldProblem[]): ErrandError {
  const named = problems.slice(0, 3).map(({ field, message }) => `${field} ${message}`);
  const rest = problems.length > named.length ? ` and ${problems.length - named.length} more` : '';
  return new ErrandError('VALIDATION_FAILED', named.join('; ') + rest, problems.slice(0, maxDetails));
}

function pathParameter(name: string | undefined, value: unknown): unknown {
  if (typeof value === 'string' && !isStorable(value))
    throw invalidField(name ?? 'path', 'has a character that cannot be');
  return value;
}
