import { IsOptional, IsString, Length, Matches } from 'class-validator';
import { CountedPageRequest } from '../lists/page.request';
import { notBlank } from '../validation/messages';

export class ListPeopleRequest extends CountedPageRequest {
  /**
   * An id; a phone number, with or without its country code and however it is spaced, or an e-mail address; the beginning
   * of a full or last name; a part of a name; a part of the store's externalId or name. In any case. What is found first
   * answers alone; `meta.matchedBy` tells by what. A key that is shown addresses finds people by the beginning of one too,
   * other keys by a whole one only.
   * @example ana@store.example
   */
  @IsOptional()
  @IsString()
  @Length(1, 200)
  @Matches(/\S/, notBlank)
  search?: string;
}
