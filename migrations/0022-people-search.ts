// Why: people are looked for by their names and addresses in all stores of a tenant, which would read them all each time.
// Expand: 0.1 only keeps the indexes.
import { ForwardOnly } from './forward-only';

export class PeopleSearch1700000000022 extends ForwardOnly {
  /** CREATE INDEX CONCURRENTLY does not run in a transaction; each statement here can be run again. */
  readonly transaction = false;
  protected readonly statements = statements;
}

const statements = [
  // Beginnings are found, in any case: the comparison is by characters, whatever the collation.
  `DROP INDEX CONCURRENTLY IF EXISTS commerce_users_by_name`,
  `CREATE INDEX CONCURRENTLY commerce_users_by_name ON commerce_users
    (tenant_id, lower((first_name || COALESCE(' ' || last_name, '')) COLLATE "und-x-icu") text_pattern_ops)`,
  `DROP INDEX CONCURRENTLY IF EXISTS commerce_users_by_last_name`,
  `CREATE INDEX CONCURRENTLY commerce_users_by_last_name ON commerce_users
    (tenant_id, lower(last_name COLLATE "und-x-icu") text_pattern_ops)`,
  // A phone by its digits, however it was written; anything else in lower case.
  `DROP INDEX CONCURRENTLY IF EXISTS commerce_user_contacts_by_value`,
  `CREATE INDEX CONCURRENTLY commerce_user_contacts_by_value ON commerce_user_contacts
    (tenant_id, (CASE WHEN type IN ('PHONE', 'WHATSAPP') THEN regexp_replace(value, '[^0-9]', '', 'g')
      ELSE lower(value COLLATE "C") END) text_pattern_ops)`,
  `DROP INDEX CONCURRENTLY IF EXISTS commerce_user_contacts_by_normal_value`,
  `CREATE INDEX CONCURRENTLY commerce_user_contacts_by_normal_value ON commerce_user_contacts
    (tenant_id, normal_value text_pattern_ops) WHERE type IN ('PHONE', 'WHATSAPP')`,
];
