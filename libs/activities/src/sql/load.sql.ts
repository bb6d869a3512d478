import type { Contact } from '@errand/contacts';
import type { Statement } from '@errand/database';
import type { OperatorFacts } from '@errand/resolution';
import type { CommerceUserRole, ContactType } from '@errand/vocabulary';

// What activities refer to, in the shapes of payload v1.

export interface CommerceFacts {
  id: string;
  externalId: string;
  name: string;
  /** Null: that of its tenant. */
  country: string | null;
}

export interface PersonFacts {
  id: string;
  externalId: string | null;
  firstName: string;
  lastName: string | null;
  roles: CommerceUserRole[];
  contacts: { type: ContactType; value: string; isPrimary: boolean }[];
}

export interface RouteFacts {
  id: string;
  externalId: string;
  name: string;
}

/** A person with what tells how they are reached. */
export interface PersonRow extends Omit<PersonFacts, 'contacts'> {
  contacts: Contact[];
}

/**
 * SQL: the contacts of the commerce user `u` that may be used, as a {@link Contact} each, the primary ones first. The tenant
 * is $1.
 */
export const usableContacts = `COALESCE((
        SELECT json_agg(json_build_object('type', k.type, 'value', k.value, 'normalValue', k.normal_value,
          'isPrimary', k.is_primary) ORDER BY k.is_primary DESC, k.id)
        FROM commerce_user_contacts k
        WHERE k.tenant_id = $1 AND k.commerce_user_id = u.id AND k.blocked_at IS NULL), '[]'::json)`;

export type ReferredRow =
  | { kind: 'tenant'; facts: { id: string; country: string | null } }
  | { kind: 'commerce'; facts: CommerceFacts }
  | { kind: 'person'; facts: PersonRow }
  | { kind: 'operator'; facts: OperatorFacts }
  | { kind: 'route'; facts: RouteFacts };

/**
 * Everything that a batch of activities refers to, each once, however many of them share it, and whose they are.
 * $1 tenant, $2 commerces, $3 commerce users, $4 operators, $5 routes.
 */
export const loadReferred: Statement = {
  name: 'load-referred',
  text: `
    SELECT 'tenant' AS kind, json_build_object('id', t.id, 'country', t.settings->>'country') AS facts
    FROM tenants t WHERE t.id = $1
    UNION ALL
    SELECT 'commerce', json_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name, 'country', c.country)
    FROM commerces c WHERE c.tenant_id = $1 AND c.id = ANY($2::uuid[])
    UNION ALL
    SELECT 'person', json_build_object(
      'id', u.id, 'externalId', u.external_id, 'firstName', u.first_name, 'lastName', u.last_name, 'roles', u.roles,
      'contacts', ${usableContacts})
    FROM commerce_users u WHERE u.tenant_id = $1 AND u.id = ANY($3::uuid[])
    UNION ALL
    SELECT 'operator', json_build_object('id', o.id, 'externalId', o.external_id, 'name', o.name, 'type', o.type,
      'email', o.email, 'phone', o.phone)
    FROM operators o WHERE o.tenant_id = $1 AND o.id = ANY($4::uuid[])
    UNION ALL
    SELECT 'route', json_build_object('id', r.id, 'externalId', r.external_id, 'name', r.name)
    FROM routes r WHERE r.tenant_id = $1 AND r.id = ANY($5::uuid[])`,
};
