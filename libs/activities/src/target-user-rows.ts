import type { TargetUser } from '@errand/resolution';
import { v7 as newId } from 'uuid';

/** The target users of one activity as they are inserted. */
export function targetUserRows(activityId: string, targetUsers: readonly TargetUser[]) {
  return targetUsers.map((user) => ({ activity_id: activityId, id: newId(), ...user }));
}
