import { Type } from 'class-transformer';
import { IsBoolean, IsInt, IsNotEmpty, IsOptional, IsString, Length, Max, MaxLength, Min } from 'class-validator';

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
  @IsNotEmpty()
  @MaxLength(200)
  cursor?: string;
}

/** The query of a list of master data. */
export class MasterDataPageRequest extends PageRequest {
  @IsOptional()
  @Type(() => Boolean)
  @IsBoolean()
  isActive?: boolean;

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
