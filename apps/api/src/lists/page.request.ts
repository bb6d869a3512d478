import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsInt, IsOptional, IsString, Length, Max, Min } from 'class-validator';

/** The paging part of every list's query; lists with filters extend it. */
export class PageRequest {
  /** For people: which page, from 1. Not together with `cursor`. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(1_000_000)
  page?: number;

  /** How many items at most. */
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(100)
  perPage?: number = 25;

  /** For machines: the `nextCursor` of the answer before. Fast at any depth; the totals in `meta` are null. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  cursor?: string;
}

export const TOTALS = ['none', 'capped', 'exact'] as const;

/** The paging part of a list that grows without end. */
export class CountedPageRequest extends PageRequest {
  /**
   * How far `meta.total` counts: not at all, up to 10,000, or to the end, which takes its time.
   * @example capped
   */
  @IsOptional()
  @IsIn(TOTALS)
  total?: (typeof TOTALS)[number] = 'capped';
}

/** The query of a list of master data. */
export class MasterDataPageRequest extends PageRequest {
  /** Only those that are in use, or only the others. */
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  isActive?: boolean;

  /** The one with this id of your own. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  externalId?: string;

  /** Part of the name, the externalId or (commerces) the taxId, in any case. */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  search?: string;
}
