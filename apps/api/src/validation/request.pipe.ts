import { ErrandError, type FieldProblem, invalidField } from '@errand/errors';
import { isStorable } from '@errand/json';
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import { mostProblems, readRequest } from './read-request';
import { isRequestClass } from './request-shape';

/** Reads every body, query and path parameter; what a handler gets has passed its class's rules. */
@Injectable()
export class RequestPipe implements PipeTransform {
  transform(value: unknown, { type, metatype, data }: ArgumentMetadata): unknown {
    if (type === 'param') return pathParameter(data, value);
    if (type === 'custom' || !isRequestClass(metatype)) return value;
    const { value: read, problems } = readRequest(metatype, value ?? {}, type);
    if (read === undefined) throw validationFailed(problems);
    return read;
  }
}

/** More details than this help nobody and make the answer larger than the request. */
const maxDetails = 50;

export function validationFailed(problems: FieldProblem[]): ErrandError {
  const named = problems.slice(0, 3).map(({ field, message }) => `${field} ${message}`);
  const others = problems.length - named.length;
  // So many were not all counted.
  const more = problems.length < mostProblems ? 'more' : 'or more others';
  const rest = others > 0 ? ` and ${others} ${more}` : '';
  return new ErrandError('VALIDATION_FAILED', named.join('; ') + rest, problems.slice(0, maxDetails));
}

function pathParameter(name: string | undefined, value: unknown): unknown {
  if (typeof value === 'string' && !isStorable(value))
    throw invalidField(name ?? 'path', 'has a character that cannot be');
  return value;
}
