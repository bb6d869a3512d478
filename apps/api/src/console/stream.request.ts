import { ApiProperty } from '@nestjs/swagger';
import { IsString, ArrayMaxSize, ArrayNotEmpty, IsDefined, IsOptional, Length, Matches } from 'class-validator';
import { IsCommaList } from '../validation/comma-list.decorator';
import { mostTopics, topicPattern } from './topic';

export class StreamRequest {
  /**
   * Up to 20 of `overview`, `configs` and `activity:` with an id after it.
   * @example overview,configs
   */
  @IsDefined()
  @IsCommaList()
  @ArrayNotEmpty()
  @ArrayMaxSize(mostTopics)
  @ApiProperty({
    ...{ type: 'array', minItems: 1, maxItems: mostTopics },
    items: { type: 'string', pattern: topicPattern.source },
  })
  @Matches(topicPattern, { each: true, message: 'must be overview, configs or activity:<id>' })
  topics: string[];

  /**
   * In place of `x-tenant-id`, which EventSource cannot send: the id or code of the tenant to act in.
   * @example acme
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  tenant?: string;
}
