import { PEOPLE_MATCHED_BY, type PeopleMatchedBy, type Person } from '@errand/master-data';
import { ApiProperty } from '@nestjs/swagger';
import { CountedMetaResponse } from '../lists/page.response';
import { CommerceUserResponse } from './commerce.response';

class CommerceOfPersonResponse {
  @ApiProperty({ format: 'uuid' })
  id: string;
  externalId: string;
  name: string;
}

/** A user of a commerce, and of which. */
export class PersonResponse extends CommerceUserResponse {
  commerce: CommerceOfPersonResponse;

  /** @param isWhole whether the caller is shown addresses */
  static override of(person: Person, isWhole: boolean): PersonResponse {
    const { id, externalId, name } = person.commerce;
    return { ...CommerceUserResponse.of(person, isWhole), commerce: { id, externalId, name } };
  }
}

export class PeopleMetaResponse extends CountedMetaResponse {
  /** What the search text was found to be; null without a search, and when nobody was found. */
  @ApiProperty({ enum: PEOPLE_MATCHED_BY, nullable: true })
  matchedBy: PeopleMatchedBy | null;
}
