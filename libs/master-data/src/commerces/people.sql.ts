import { soughtContact } from '@errand/contacts';
import { containing, likeInAnyCase, startingWith } from '@errand/database';
import { isUUID } from 'class-validator';

/** By what a search finds people. */
export const PEOPLE_MATCHED_BY = ['id', 'contact', 'name', 'commerce'] as const;
export type PeopleMatchedBy = (typeof PEOPLE_MATCHED_BY)[number];

/** What a search has found to look for. */
export interface PeopleMatch {
  by: PeopleMatchedBy;
  /** SQL about `u`. The tenant is $1, `values` go on from $2. */
  condition: string;
  values: unknown[];
}

// Migration 0022 has indexes of these three, to the letter.
const fullName = `lower((u.first_name || COALESCE(' ' || u.last_name, '')) COLLATE "und-x-icu")`;
const lastName = `lower(u.last_name COLLATE "und-x-icu")`;
const given = `(CASE WHEN c.type IN ('PHONE', 'WHATSAPP') THEN regexp_replace(c.value, '[^0-9]', '', 'g')
  ELSE lower(c.value COLLATE "C") END)`;
const normal = `c.type IN ('PHONE', 'WHATSAPP') AND c.normal_value`;

const named = `(u.first_name || COALESCE(' ' || u.last_name, ''))`;
const stores = `SELECT n.id FROM commerces n
  WHERE n.tenant_id = $1 AND (${likeInAnyCase('n.external_id', '$2')} OR ${likeInAnyCase('n.name', '$2')})`;

/**
 * What a text can stand for, in the order in which it is tried, each where the ones before have found nobody: an id, an
 * address, the beginning of a name, a part of one, a store. Only the last two read all that a tenant has.
 * @param country of phone numbers without a country code
 * @param isWhole whether the caller is shown addresses. If not, only a whole one finds its owner: by beginnings the hidden
 *   digits would be found out one after the other
 */
export function* peopleMatches(text: string, country: string | null, isWhole: boolean): Generator<PeopleMatch> {
  if (isUUID(text)) yield { by: 'id', condition: 'u.id = $2::uuid', values: [text] };
  const contact = contactMatch(text, country, isWhole);
  // Nobody is called by a phone number.
  const isAddress = /@|^[\s\d()+./-]+$/.test(text);
  if (isAddress) yield contact;
  const beginning = 'lower($2 COLLATE "und-x-icu")';
  yield {
    by: 'name',
    condition: `(${fullName} LIKE ${beginning} OR ${lastName} LIKE ${beginning})`,
    values: [startingWith(text)],
  };
  if (!isAddress) {
    yield contact;
    yield { by: 'name', condition: likeInAnyCase(named, '$2'), values: [containing(text)] };
  }
  yield { by: 'commerce', condition: `u.commerce_id IN (${stores})`, values: [containing(text)] };
}

function contactMatch(text: string, country: string | null, isWhole: boolean): PeopleMatch {
  const sought = soughtContact(text, country);
  // Of a phone the first digits tell little.
  const isBeginning = isWhole && (sought.digits.length > 0 || /\D/.test(text));
  const values: string[] = [];
  const written = (column: string, texts: string[]) =>
    texts.map((each) => {
      values.push(isBeginning ? startingWith(each) : each);
      return `(${column} ${isBeginning ? 'LIKE' : '='} $${values.length + 1})`;
    });
  const anyOf = [...written(given, [...sought.digits, ...sought.text]), ...written(normal, sought.normal)].join(' OR ');
  const owners = `SELECT c.commerce_user_id FROM commerce_user_contacts c WHERE c.tenant_id = $1 AND (${anyOf})`;
  // Joined, they would be planned from statistics: a page of the newest then reads every contact that there is.
  return { by: 'contact', condition: `u.id = ANY(ARRAY(${owners}))`, values };
}
