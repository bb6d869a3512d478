import type { Statement } from '@errand/database';
import type { CommerceUserRole, ContactType, OperatorType } from '@errand/vocabulary';

/** What hangs on a claimed activity, in the shapes of payload v1; null where there is nothing. */
export interface ActivityRelations {
  id: string;
  commerce: {
    id: string;
    externalId: string;
    name: string;
    assignmentReason: string | null;
    targetUsers: {
      id: string;
      externalId: string | null;
      firstName: string;
      lastName: string | null;
      roles: CommerceUserRole[];
      contacts: { type: ContactType; value: string; isPrimary: boolean }[];
    }[];
  } | null;
  operator: {
    id: string;
    externalId: string;
    name: string;
    type: OperatorType;
    email: string | null;
    phone: string | null;
  } | null;
  route: { id: string; externalId: string; name: string } | null;
  attributes: Record<string, unknown> | null;
  /** Whether a target user or an attribute must be found before it can be sent. */
  is_pending: boolean;
}

/** Everything a batch of activities refers to, one row each, in one statement. $1 tenant, $2 ids. */
export const loadRelations: Statement = {
  name: 'load-relations',
  text: `
    SELECT a.id,
      CASE WHEN c.id IS NOT NULL THEN json_build_object(
        'id', c.id, 'externalId', c.external_id, 'name', c.name, 'assignmentReason', a.assignment_reason,
        'targetUsers', COALESCE(target.users, '[]'::json)) END AS commerce,
      CASE WHEN o.id IS NOT NULL THEN json_build_object('id', o.id, 'externalId', o.external_id, 'name', o.name,
        'type', o.type, 'email', o.email, 'phone', o.phone) END AS operator,
      CASE WHEN r.id IS NOT NULL THEN json_build_object('id', r.id, 'externalId', r.external_id, 'name', r.name)
        END AS route,
      attribute.found AS attributes,
      COALESCE(target.is_pending, false) OR COALESCE(attribute.is_pending, false) AS is_pending
    FROM activities a
    LEFT JOIN commerces c ON c.tenant_id = a.tenant_id AND c.id = a.commerce_id
    LEFT JOIN operators o ON o.tenant_id = a.tenant_id AND o.id = a.operator_id
    LEFT JOIN routes r ON r.tenant_id = a.tenant_id AND r.id = a.route_id
    CROSS JOIN LATERAL (
      SELECT bool_or(t.resolution_status = 'PENDING') AS is_pending,
        json_agg(json_build_object(
          'id', u.id, 'externalId', u.external_id, 'firstName', u.first_name, 'lastName', u.last_name,
          'roles', u.roles,
          'contacts', COALESCE((
            SELECT json_agg(json_build_object('type', k.type, 'value', k.value, 'isPrimary', k.is_primary)
              ORDER BY k.is_primary DESC, k.id)
            FROM commerce_user_contacts k WHERE k.tenant_id = $1 AND k.commerce_user_id = u.id), '[]'::json))
          ORDER BY t.id) FILTER (WHERE u.id IS NOT NULL) AS users
      FROM activity_target_users t
      LEFT JOIN commerce_users u ON u.tenant_id = t.tenant_id AND u.id = t.commerce_user_id
      WHERE t.tenant_id = $1 AND t.activity_id = a.id) AS target
    CROSS JOIN LATERAL (
      SELECT bool_or(x.resolution_status = 'PENDING') AS is_pending,
        json_object_agg(x.key, x.value ORDER BY x.key)
          FILTER (WHERE x.resolution_status IN ('RESOLVED', 'FALLBACK')) AS found
      FROM activity_attributes x WHERE x.tenant_id = $1 AND x.activity_id = a.id) AS attribute
    WHERE a.tenant_id = $1 AND a.id = ANY($2::uuid[])`,
};
