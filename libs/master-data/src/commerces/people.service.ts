import { Clock, Database, ReadTime, type Slice } from '@errand/database';
import { ErrandError, notFound } from '@errand/errors';
import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { In, Repository } from 'typeorm';
import { type UserWithContacts, withContacts } from './commerce-people';
import { CommerceUser } from './commerce-user.entity';
import { Commerce } from './commerce.entity';
import { peopleMatches, type PeopleMatch } from './people.sql';

/** A user of a commerce, and of which. */
export interface Person extends UserWithContacts {
  commerce: Pick<Commerce, 'id' | 'externalId' | 'name'>;
}

/** What a list of people shows. */
export interface FoundPeople {
  /** Undefined: all. Null: the search has found nobody. */
  match: PeopleMatch | null | undefined;
  /** What is read of it has so long. */
  time: ReadTime;
}

/** Who looks for people. */
interface Seeker {
  tenantId: string;
  /** Of phone numbers without a country code. */
  country: string | null;
  /** Whether addresses are shown whole. */
  isWhole: boolean;
}

/** The users of all commerces of a tenant. Changes nothing. */
@Injectable()
export class People {
  constructor(
    @InjectRepository(CommerceUser) private readonly users: Repository<CommerceUser>,
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /**
   * Finds out what a text stands for; undefined is everybody.
   * @throws SEARCH_TOO_BROAD after 5 s, as does what is read of what it returns
   */
  async search({ tenantId, country, isWhole }: Seeker, text: string | undefined): Promise<FoundPeople> {
    const time = new ReadTime(this.database, this.clock, () => {
      return new ErrandError('SEARCH_TOO_BROAD', 'This took too long; search for more of the name or the address');
    });
    if (text === undefined) return { match: undefined, time };
    for (const match of peopleMatches(text, country, isWhole)) {
      const [first] = await this.listIds(tenantId, { match, time }, { before: undefined, offset: 0, limit: 1 });
      if (first !== undefined) return { match, time };
    }
    return { match: null, time };
  }

  /** Newest first. */
  async list(tenantId: string, found: FoundPeople, slice: Slice): Promise<Person[]> {
    return this.read(tenantId, await this.listIds(tenantId, found, slice));
  }

  /** @param atMost where counting stops; to the end unless given */
  async count(tenantId: string, { match, time }: FoundPeople, atMost?: number): Promise<number> {
    if (match === null) return 0;
    const { text, values } = matching(tenantId, match);
    const limit = atMost === undefined ? '' : `LIMIT ${atMost}`;
    const counting = `SELECT count(*) AS total FROM (SELECT 1 FROM ${text} ${limit}) AS counted`;
    const [row] = await time.query<{ total: number }>(counting, values);
    return row?.total ?? 0;
  }

  /** @throws NOT_FOUND */
  async get(tenantId: string, id: string): Promise<Person> {
    const [person] = await this.read(tenantId, [id]);
    if (!person) throw notFound('Person', id);
    return person;
  }

  private async listIds(
    tenantId: string,
    { match, time }: FoundPeople,
    { before, offset, limit }: Slice,
  ): Promise<string[]> {
    if (match === null) return [];
    const { text, values } = matching(tenantId, match);
    const below = before === undefined ? '' : `AND u.id < $${values.push(before)}::uuid`;
    const listing = `SELECT u.id FROM ${text} ${below} ORDER BY u.id DESC LIMIT ${limit} OFFSET ${offset}`;
    return (await time.query<{ id: string }>(listing, values)).map(({ id }) => id);
  }

  /** A store may be deleted with its people meanwhile. */
  private async read(tenantId: string, ids: string[]): Promise<Person[]> {
    if (ids.length === 0) return [];
    const { manager } = this.users;
    const users = await this.users.find({ where: { tenantId, id: In(ids) }, order: { id: 'DESC' } });
    const commerces = await manager.find(Commerce, {
      select: { tenantId: true, id: true, externalId: true, name: true },
      where: { tenantId, id: In([...new Set(users.map(({ commerceId }) => commerceId))]) },
    });
    const byId = new Map(commerces.map((commerce) => [commerce.id, commerce]));
    const people = await withContacts(manager, tenantId, users);
    return people.flatMap((user) => {
      const commerce = byId.get(user.commerceId);
      return commerce ? [{ ...user, commerce }] : [];
    });
  }
}

function matching(tenantId: string, match: PeopleMatch | undefined): { text: string; values: unknown[] } {
  const condition = match ? `AND ${match.condition}` : '';
  return { text: `commerce_users u WHERE u.tenant_id = $1 ${condition}`, values: [tenantId, ...(match?.values ?? [])] };
}
