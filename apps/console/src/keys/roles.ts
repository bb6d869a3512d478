import { type Permission, PERMISSIONS, PLATFORM_PERMISSION } from '../../../../libs/tenants/src/permissions';

/** What people of a kind need. */
const roles = {
  viewer: ['VIEW_ACTIVITIES'],
  support: [
    ...['VIEW_ACTIVITIES', 'CREATE_ACTIVITY', 'CANCEL_ACTIVITY', 'REDRIVE_ACTIVITY'],
    ...['DISPATCH_ACTIVITY', 'SUBMIT_ACTIVITY_RESULT'],
  ] as Permission[],
  integrator: ['VIEW_ACTIVITIES', 'MANAGE_ACTIVITY_CONFIG', 'MANAGE_RULES'],
  data: ['VIEW_ACTIVITIES', 'MANAGE_COMMERCES', 'MANAGE_OPERATORS', 'MANAGE_ROUTES'],
  admin: PERMISSIONS.filter((permission) => permission !== PLATFORM_PERMISSION),
} satisfies Record<string, Permission[]>;

export type Role = keyof typeof roles;

export function permissionsOf(role: Role): readonly Permission[] {
  return roles[role];
}
