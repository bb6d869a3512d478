import { applyDecorators, SetMetadata, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';

class PageMetaResponse {
  /** Null when the list was read by cursor. */
  page: number | null;
  /** @example 25 */
  limit: number;
  /** How many items all pages have; null when the list was read by cursor, or nobody wants to know. */
  total: number | null;
  /** Null where the total is. */
  totalPages: number | null;
}

export class CountedMetaResponse extends PageMetaResponse {
  /** Whether there are more than `total`. */
  totalIsCapped: boolean;
}

export interface PageResponse<T, Meta = PageMetaResponse> {
  data: T[];
  meta: Meta;
  nextCursor: string | null;
}

export const mayLagKey = 'errand:may-lag';

/** Documents a 200 answer that is a page of `item`; with GET it may come from the replica. */
export function ApiPage(item: Type, meta: Type = PageMetaResponse): MethodDecorator {
  return applyDecorators(
    SetMetadata(mayLagKey, true),
    ApiExtraModels(item, meta),
    ApiOkResponse({
      schema: {
        type: 'object',
        required: ['data', 'meta', 'nextCursor'],
        properties: {
          data: { type: 'array', items: { $ref: getSchemaPath(item) } },
          meta: { $ref: getSchemaPath(meta) },
          nextCursor: { type: 'string', nullable: true, description: 'Ask for it as `cursor`; null at the end.' },
        },
      },
    }),
  );
}

/** A list that is never long enough to be paged, in the same shape as the others. */
export function wholeList<T>(data: T[]): PageResponse<T> {
  const total = data.length;
  return { data, meta: { page: 1, limit: total, total, totalPages: total === 0 ? 0 : 1 }, nextCursor: null };
}
