/** Whom a channel reaches and under which address. Knows people and their contacts as facts; must not know the database. */
export { fittingContacts, canBeReached } from './fitting-contacts';
export { maskedContact } from './mask';
export { type Addressee, type Contact, type Recipient, recipientOf, recipientOfAction } from './recipient';
