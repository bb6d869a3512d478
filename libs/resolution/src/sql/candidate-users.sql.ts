import type { Statement } from '@errand/database';
import type { CommerceUserRole, ContactType } from '@errand/vocabulary';

export interface CandidateUser {
  id: string;
  commerce_id: string;
  roles: CommerceUserRole[];
  contact_types: ContactType[];
}

/** The active users of these commerces with the kinds of contact they can be reached by, oldest first. $1 tenant, $2 commerces. */
export const findCandidateUsers: Statement = {
  name: 'find-candidate-users',
  text: `
    SELECT u.id, u.commerce_id, u.roles,
      ARRAY(SELECT DISTINCT k.type FROM commerce_user_contacts k
        WHERE k.tenant_id = $1 AND k.commerce_user_id = u.id AND k.blocked_at IS NULL) AS contact_types
    FROM commerce_users u
    WHERE u.tenant_id = $1 AND u.commerce_id = ANY($2::uuid[]) AND u.is_active
    ORDER BY u.id`,
};
