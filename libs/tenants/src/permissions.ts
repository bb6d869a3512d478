/** Everything an API key can be allowed to do. */
export const PERMISSIONS = [
  'VIEW_ACTIVITIES',
  'CREATE_ACTIVITY',
  'CANCEL_ACTIVITY',
  'REDRIVE_ACTIVITY',
  'DISPATCH_ACTIVITY',
  'SUBMIT_ACTIVITY_RESULT',
  'MANAGE_ACTIVITY_CONFIG',
  'MANAGE_COMMERCES',
  'VIEW_CONTACTS',
  'MANAGE_OPERATORS',
  'MANAGE_ROUTES',
  'MANAGE_RULES',
  'MANAGE_API_KEYS',
  'VIEW_AUDIT',
  'MANAGE_TENANTS',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Reaches beyond one tenant: a tenant's key may carry it, but only the platform key can use it. */
export const PLATFORM_PERMISSION: Permission = 'MANAGE_TENANTS';
