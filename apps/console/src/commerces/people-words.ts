import type { CommerceUserRole, ContactType } from '../../../../libs/vocabulary/src';
import { inLanguages } from '../i18n';

/** What people of a store do there, and how they are reached. */
export const peopleWords = inLanguages(
  {
    roles: {
      OWNER: 'Owner',
      ORDERS: 'Orders',
      FINANCE: 'Finance',
      ATTENTION: 'Customer care',
      ADMIN: 'Administration',
      COMMERCE_REP: 'Representative',
      OTHER: 'Other',
    } satisfies Record<CommerceUserRole, string>,
    contactTypes: {
      EMAIL: 'Email',
      PHONE: 'Phone',
      WHATSAPP: 'WhatsApp',
      PUSH_TOKEN: 'Push token',
      OTHER: 'Other',
    } satisfies Record<ContactType, string>,
    primary: 'Primary',
    blocked: (reason: string) => `Blocked${reason && `: ${reason}`}`,
    inactive: 'Inactive',
  },
  {
    roles: {
      OWNER: 'Dueño',
      ORDERS: 'Pedidos',
      FINANCE: 'Finanzas',
      ATTENTION: 'Atención',
      ADMIN: 'Administración',
      COMMERCE_REP: 'Representante',
      OTHER: 'Otro',
    },
    contactTypes: {
      EMAIL: 'Correo',
      PHONE: 'Teléfono',
      WHATSAPP: 'WhatsApp',
      PUSH_TOKEN: 'Token push',
      OTHER: 'Otro',
    },
    primary: 'Principal',
    blocked: (reason: string) => `Bloqueado${reason && `: ${reason}`}`,
    inactive: 'Inactivo',
  },
);
