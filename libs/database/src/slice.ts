import { type FindManyOptions, type FindOptionsOrder, type FindOptionsWhere, LessThan } from 'typeorm';

/** Which rows of a list: those that follow the one whose key is `before`, or those after skipping `offset`. */
export interface Slice {
  before: string | undefined;
  offset: number;
  limit: number;
}

/** A slice of the rows that fit, newest first by id, for a repository's `find`. */
export function newestFirst<Row extends { id: string }>(
  where: FindOptionsWhere<Row>,
  { before, offset, limit }: Slice,
): FindManyOptions<Row> {
  return {
    where: before === undefined ? where : { ...where, id: LessThan(before) },
    order: { id: 'DESC' } as FindOptionsOrder<Row>,
    skip: offset,
    take: limit,
  };
}
