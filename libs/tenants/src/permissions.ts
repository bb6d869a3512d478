/** Everything an API key can be allowed to do. */
export const PERMISSIONS = [
  'VIEW_ACTIVITIES',
  'CREATE_ACTIVITY',
  'CANCEL_ACTIVITY',
  'DISPATCH_ACTIVITY',
  'SUBMIT_ACTIVITY_RESULT',
  'MANAGE_ACTIVITY_CONFIG',
  'MANAGE_COMMERCES',
  'MANAGE_OPERATORS',
  'MANAGE_ROUTES',
  'MANAGE_RULES',
  'MANAGE_API_KEYS',
  'MANAGE_TENANTS',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** MANAGE_TENANTS reaches beyond one tenant, so only the platform key has it. */
export const GRANTABLE_PERMISSIONS: readonly Permission[] = PERMISSIONS.filter(
  (permission) => permission !== 'MANAGE_TENANTS',
);
