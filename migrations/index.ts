import { InitialSchema1700000000001 } from './0001-initial-schema';

/** All migrations, oldest first. Forward only: a released one is never edited. */
export const migrations = [InitialSchema1700000000001];
