/** Whom a channel reaches and under which address. Knows people and their contacts as facts; must not know the database. */
export { COUNTRIES } from './countries';
export { canBeReached, fittingContacts } from './fitting-contacts';
export { maskedContact, maskedMember, standInContact } from './mask';
export { normalForm } from './normal-form';
export {
  type Addressee,
  addressOf,
  type Contact,
  normalValueOf,
  type Recipient,
  RECIPIENT_MEMBERS,
  recipientOf,
  recipientOfAction,
} from './recipient';
export { soughtContact } from './sought-contact';
